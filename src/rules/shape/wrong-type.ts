import { isMapping, pathText } from '../read';
import type { Rule } from '../rule';
import { differencesOf } from './differences';
import { Shape } from './resource-shape';

export const wrongType: Rule = {
  id: 'DAPR011',
  severity: 'error',
  title: 'A value of the wrong type',
  why: 'The API server refuses a resource in which a number or a switch stands where text belongs, or the other way round. A self-hosted sidecar turns numbers and switches into text, but skips the resource, or does not start, for everything else.',
  fix: 'Write the value as the message says; text that looks like a number or a switch needs quotes.',
  source: 'charts/dapr/crds; pkg/internal/loader/disk/manifest.go decodeYaml; pkg/config/configuration.go LoadStandaloneConfiguration',
  facts: ['R120', 'R145', 'R097'],
  demand: [15],
  symptoms: [
    /in body must be of type (string|integer|boolean|array|object)/,
    /cannot unmarshal \w+ into Go (struct field|value)/,
    /cannot unmarshal !!\w+ (`[^`]*` )?into (?!time\.Duration)/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec:
  tracing: { samplingRate: 1 }
`,
      target: 'kubernetes',
      says: ["'spec.tracing.samplingRate' must be text: got 1, write '1' with the quotes"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, ignoreErrors: 'true', metadata: {} }
scopes: orders
`,
      says: [
        "'scopes' must be a list: got 'orders', write ['orders']",
        "'spec.ignoreErrors' must be true or false: got text, write true without quotes",
        "'spec.metadata' must be a list: got a mapping",
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
      again: { policy: constant, maxRetries: '3', matching: { httpStatusCodes: 503 } }
      never: off
  targets: {}
`,
      target: 'kubernetes',
      says: [
        "'spec.policies.retries.again.matching.httpStatusCodes' must be text: got 503, write '503' with the quotes",
        "'spec.policies.retries.again.maxRetries' must be a whole number: got text, write 3 without quotes",
        "'spec.policies.retries.never' must be a mapping: got false",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec:
  tracing: { samplingRate: '1' }
  workflow: { maxConcurrentActivityInvocations: 100 }
`,
      target: 'kubernetes',
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec:
  tracing: { samplingRate: 1 }
`,
      target: 'self-hosted',
    },
  ],
  check(model, report) {
    for (const { manifest, difference } of differencesOf(model, 'wrong type')) {
      const { path, expected, value } = difference;
      const header = path.at(-2) === 'headers' && manifest.kind === 'Configuration';
      report.add(manifest, path, `'${pathText(path)}' must be ${WORDS[expected.is]}: got ${got(value, expected)}`, {
        only: isConverted(value, expected) || value === null || header ? 'kubernetes' : undefined,
      });
    }
  },
};

const WORDS: { readonly [is in Shape['is']]: string } = {
  object: 'a mapping',
  map: 'a mapping',
  list: 'a list',
  text: 'text',
  integer: 'a whole number',
  int32: 'a whole number of at most 32 bits',
  boolean: 'true or false',
  any: 'a value',
};

/** Self-hosted, a plain value becomes text where text belongs. */
function isConverted(value: unknown, { is }: Shape): boolean {
  return is === 'text' && (typeof value === 'number' || typeof value === 'boolean');
}

/** What stands there, and what to write. Only short words are shown: a longer text may be a secret in the wrong place. */
function got(value: unknown, { is, items }: Shape): string {
  if (typeof value === 'string') {
    const plain = is === 'boolean' ? /^(true|false)$/i : /^-?\d+$/;
    if (is === 'list' && items?.is === 'text' && /^[\w-]{1,63}$/.test(value)) {
      return `'${value}', write ['${value}']`;
    }
    return is !== 'list' && plain.test(value) ? `text, write ${value.toLowerCase()} without quotes` : 'text';
  }
  if (isConverted(value, { is })) {
    return `${String(value)}, write '${String(value)}' with the quotes`;
  }
  return value === null ? 'nothing' : Array.isArray(value) ? 'a list' : isMapping(value) ? 'a mapping' : String(value);
}
