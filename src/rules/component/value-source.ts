import type { MetadataItem } from '../model/component';
import { text } from '../read';
import type { Rule } from '../rule';

export const valueSource: Rule = {
  id: 'DAPR065',
  severity: 'warning',
  title: 'A metadata item with no value, or with more than one',
  why: 'Where a value stands beside envRef, the variable is not read; beside secretKeyRef the secret wins once it is found. An item without any of them is an empty text.',
  fix: 'Keep one of value, secretKeyRef and envRef.',
  source: 'pkg/runtime/processor/secret/secret.go ProcessResource',
  facts: ['R061'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, value: 'redis:6379', envRef: REDIS_HOST }
    - { name: redisPassword, value: changed-later, secretKeyRef: { name: redis, key: password } }
    - { name: redisUsername }
    - { name: redisDB, value: '', envRef: REDIS_DB }
    - { name: sentinelPassword, secretKeyRef: { name: '', key: password } }
auth: { secretStore: kubernetes }
`,
      says: [
        "'redisHost' has a value: its envRef is not read",
        "'redisPassword' has a value and a secretKeyRef: the secret wins where it is found, else the value",
        "'redisUsername' has no value, secretKeyRef or envRef: the component gets an empty text",
        "'redisDB' has a value: its envRef is not read",
        "'sentinelPassword' has a secretKeyRef without the name of a secret: the component gets an empty text",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.redis
  version: v1
  metadata:
    - { name: redisHost, envRef: REDIS_HOST }
    - { name: redisUsername, value: '' }
`,
    },
  ],
  check({ components }, report) {
    for (const { manifest, metadata } of components) {
      for (const item of metadata) {
        const problem = problemOf(item);
        if (problem !== undefined) {
          report.add(manifest, item.path, `'${item.name}' ${problem}`);
        }
      }
    }
  },
};

function problemOf({ value, secretKeyRef, envRef }: MetadataItem): string | undefined {
  if (value !== undefined && envRef !== undefined) {
    return 'has a value: its envRef is not read';
  }
  if (value !== undefined && value !== '' && secretKeyRef !== undefined) {
    return 'has a value and a secretKeyRef: the secret wins where it is found, else the value';
  }
  if (secretKeyRef !== undefined && envRef !== undefined) {
    return 'has an envRef and a secretKeyRef: the secret is not read';
  }
  if (secretKeyRef !== undefined && value === undefined && (text(secretKeyRef.name) ?? '') === '') {
    return 'has a secretKeyRef without the name of a secret: the component gets an empty text';
  }
  return value === undefined && secretKeyRef === undefined && envRef === undefined
    ? 'has no value, secretKeyRef or envRef: the component gets an empty text'
    : undefined;
}
