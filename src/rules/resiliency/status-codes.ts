import { mapping, Path } from '../read';
import type { Resource } from '../model/resource';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { brokenCodes, PROTOCOLS } from './code-list';
import { policiesOf } from './policies';

export const statusCodes: Rule = {
  id: 'DAPR136',
  severity: 'error',
  title: 'A list of status codes that Dapr cannot read',
  why: 'The list holds single codes and ranges with commas between them, and nothing else, not even a space. The sidecar logs one line, and drops every target of the resource.',
  fix: "Write e.g. '429,500-599', without spaces.",
  source: 'pkg/resiliency/retry.go parsePatterns, compilePattern',
  facts: ['R121', 'R127'],
  symptoms: [
    /failed to parse (start|end) code .* from pattern .* to int/,
    /invalid pattern .*, (more than one '-' exists|(start|end) code \d+ is not valid|start value should not bigger than end value)/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries:
      important:
        policy: constant
        maxRetries: 5
        matching: { httpStatusCodes: "429,5xx", gRPCStatusCodes: "14, 4" }
  targets: { apps: { orders: { retry: important } } }
`,
      says: [
        "'14, 4' lists no gRPC codes that Dapr can read, so it drops all targets of this Resiliency: ' 4' is no code and no range, because of the space; did you mean '4'?",
        "'429,5xx' lists no HTTP codes that Dapr can read, so it drops all targets of this Resiliency: '5xx' is no code and no range; did you mean '500-599'?",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries:
      first: { maxRetries: 5, matching: { httpStatusCodes: "599-500", gRPCStatusCodes: "17" } }
      second: { maxRetries: 5, matching: { httpStatusCodes: "600", gRPCStatusCodes: UNAVAILABLE } }
  targets: { apps: { orders: { retry: first }, billing: { retry: second } } }
`,
      says: [
        "'17' lists no gRPC codes that Dapr can read, so it drops all targets of this Resiliency: '17' is no gRPC code: they go from 0 to 16",
        "'599-500' lists no HTTP codes that Dapr can read, so it drops all targets of this Resiliency: the range '599-500' ends before it begins; did you mean '500-599'?",
        "'UNAVAILABLE' lists no gRPC codes that Dapr can read, so it drops all targets of this Resiliency: 'UNAVAILABLE' is no code and no range",
        "'600' lists no HTTP codes that Dapr can read, so it drops all targets of this Resiliency: '600' is no HTTP code: they go from 100 to 599",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries:
      important:
        policy: constant
        maxRetries: 5
        matching: { httpStatusCodes: "429,500-599,", gRPCStatusCodes: "0-3,14" }
  targets: { apps: { orders: { retry: important } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { field, list, path } of codeListsOf(resource)) {
        const broken = brokenCodes(list, PROTOCOLS[field]);
        if (broken !== undefined) {
          const { title } = PROTOCOLS[field];
          const message = `'${list}' lists no ${title} codes that Dapr can read, so it drops all targets of this Resiliency: ${broken}`;
          report.add(resource.manifest, path, message);
        }
      }
    }
  },
};

/** The lists of codes that are not empty: an empty one stands for every code. */
export function codeListsOf(resource: Resource): { readonly field: string; readonly list: string; readonly path: Path }[] {
  return policiesOf(resource, 'retries').flatMap(({ value, path }) => {
    const matching = mapping(mapping(value).matching);
    return Object.keys(PROTOCOLS).flatMap((field) => {
      const list = matching[field];
      const given = (typeof list === 'string' && list !== '' && !isUnrendered(list)) || typeof list === 'number';
      return given ? [{ field, list: String(list), path: [...path, 'matching', field] }] : [];
    });
  });
}
