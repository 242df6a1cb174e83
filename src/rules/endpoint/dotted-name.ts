import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';

export const dottedName: Rule = {
  id: 'DAPR191',
  severity: 'error',
  title: 'An HTTPEndpoint whose name has a dot',
  why: 'The target of a call is parted at the dot into an app id and a namespace before anyone looks for an HTTPEndpoint, so none is ever found by such a name.',
  fix: 'Write a dash in place of the dot.',
  source: 'pkg/messaging/direct_messaging.go requestAppIDAndNamespace, isHTTPEndpoint',
  facts: ['R198'],
  symptoms: [/failed to invoke, id: \S+, err: (couldn't find service|invalid app id)/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: api.github }
spec: { baseUrl: https://api.github.com }
`,
      says: ["no call reaches 'api.github': Dapr takes it for the app id 'api' in the namespace 'github'; did you mean 'api-github'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: api.github.com }
spec: { baseUrl: https://api.github.com }
`,
      says: ["no call reaches 'api.github.com': with two dots it is no target at all; did you mean 'api-github-com'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: api-github }
spec: { baseUrl: https://api.github.com }
`,
    },
  ],
  check({ httpEndpoints }, report) {
    for (const { manifest, name } of httpEndpoints) {
      const [id, namespace, ...more] = name.split('.');
      if (namespace === undefined || isUnrendered(name)) {
        continue;
      }
      const taken =
        more.length === 0
          ? `Dapr takes it for the app id '${id}' in the namespace '${namespace}'`
          : `with ${more.length === 1 ? 'two' : 'so many'} dots it is no target at all`;
      const message = `no call reaches '${name}': ${taken}; did you mean '${name.replaceAll('.', '-')}'?`;
      report.add(manifest, ['metadata', 'name'], message);
    }
  },
};
