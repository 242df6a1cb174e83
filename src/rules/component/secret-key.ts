import { text } from '../read';
import type { Rule } from '../rule';

export const secretKey: Rule = {
  id: 'DAPR067',
  severity: 'info',
  title: 'A secretKeyRef without a key',
  why: 'The sidecar then takes the name of the secret for the key in it: fine for stores with one text a secret, and easily wrong for a Kubernetes Secret.',
  fix: 'Write the key, also where it is the name of the secret.',
  source: 'pkg/runtime/processor/secret/secret.go ProcessResource',
  facts: ['R065'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis } }] }
auth: { secretStore: kubernetes }
`,
      says: ["'redisPassword' names no key of the secret 'redis': 'redis' is taken for it"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: redis } }] }
auth: { secretStore: kubernetes }
`,
    },
  ],
  check({ components }, report) {
    for (const { manifest, metadata } of components) {
      for (const { name, secretKeyRef, path } of metadata) {
        const secret = text(secretKeyRef?.name) ?? '';
        if (secretKeyRef !== undefined && secret !== '' && (text(secretKeyRef.key) ?? '') === '') {
          const message = `'${name}' names no key of the secret '${secret}': '${secret}' is taken for it`;
          report.add(manifest, [...path, 'secretKeyRef'], message);
        }
      }
    }
  },
};
