import { pathText } from '../read';
import type { Rule } from '../rule';
import { differencesOf } from './differences';

export const missingField: Rule = {
  id: 'DAPR020',
  severity: 'error',
  title: 'A field that the API server requires',
  why: 'The CRDs of Dapr require some fields even where a sidecar would do without; a field that is null counts as missing. A self-hosted sidecar reads no CRD and takes its defaults.',
  fix: 'Write the field; an empty list or mapping is enough where nothing is to be said.',
  source: 'charts/dapr/crds',
  facts: ['R043', 'R097', 'R120', 'R145', 'R190', 'R202', 'R214'],
  symptoms: [/spec\.[\w.[\]]+: Required value/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, metadata: }
`,
      target: 'kubernetes',
      says: ["'metadata' is missing in spec: write metadata: []", "'version' is missing in spec: got nothing, expected text"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec:
  tracing: { otel: { endpointAddress: collector:4317 } }
  metrics: { recordErrorCodes: true }
  nameResolution: { component: kubernetes }
`,
      target: 'kubernetes',
      says: [
        "'enabled' is missing in spec.metrics: got nothing, expected true or false",
        "'configuration' is missing in spec.nameResolution: write configuration: {}",
        "'version' is missing in spec.nameResolution: got nothing, expected text",
        "'samplingRate' is missing in spec.tracing: got nothing, expected text",
        "'isSecure' is missing in spec.tracing.otel: got nothing, expected true or false",
        "'protocol' is missing in spec.tracing.otel: got nothing, expected text",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      target: 'kubernetes',
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1 }
`,
      target: 'self-hosted',
    },
  ],
  check(model, report) {
    for (const { manifest, difference } of differencesOf(model, 'missing field')) {
      const { path, name, expected } = difference;
      report.add(manifest, path, `'${name}' is missing in ${pathText(path)}: ${WRITE[expected.is](name)}`, { only: 'kubernetes' });
    }
  },
};

const value = (expected: string) => (): string => `got nothing, expected ${expected}`;
const empty =
  (brackets: string) =>
  (name: string): string =>
    `write ${name}: ${brackets}`;

const WRITE = {
  object: empty('{}'),
  map: empty('{}'),
  list: empty('[]'),
  text: value('text'),
  integer: value('a whole number'),
  int32: value('a whole number'),
  boolean: value('true or false'),
  any: value('a value'),
};
