import { text } from '../read';
import type { Rule } from '../rule';

export const localSecrets: Rule = {
  id: 'DAPR069',
  severity: 'error',
  title: 'A secretKeyRef without a secret store, self-hosted',
  why: 'Only on Kubernetes is there a store without naming one; elsewhere the key stays empty, and the component goes on without it.',
  fix: 'Name a secret store with auth.secretStore beside spec.',
  source: 'pkg/runtime/meta/meta.go AuthSecretStoreOrDefault; pkg/runtime/processor/secret/secret.go ProcessResource',
  facts: ['R067'],
  symptoms: [/references a secret store that isn't loaded: ?"/],
  bad: [
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: redis } }] }
`,
      says: ["'redisPassword' stays empty: self-hosted there is no secret store unless auth.secretStore names one"],
    },
  ],
  good: [
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: redis } }] }
`,
    },
  ],
  check({ components, target }, report) {
    // Where nobody says where it runs, most run on Kubernetes.
    for (const { manifest, metadata } of target === 'self-hosted'
      ? components.filter(({ secretStore }) => secretStore === undefined)
      : []) {
      for (const { name, secretKeyRef, path } of metadata) {
        if ((text(secretKeyRef?.name) ?? '') !== '') {
          const message = `'${name}' stays empty: self-hosted there is no secret store unless auth.secretStore names one`;
          report.add(manifest, [...path, 'secretKeyRef'], message);
        }
      }
    }
  },
};
