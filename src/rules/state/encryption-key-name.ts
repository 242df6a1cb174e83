import type { Rule } from '../rule';

export const encryptionKeyName: Rule = {
  id: 'DAPR087',
  severity: 'error',
  title: 'An encryption key in other letters',
  why: 'Most metadata is read in any case; the encryption keys of a state store are not. In other letters nothing is encrypted, and nothing is said.',
  fix: 'Write primaryEncryptionKey and secondaryEncryptionKey exactly so.',
  source: 'pkg/encryption/encryption.go ComponentEncryptionKey',
  facts: ['R083'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: primaryEncryptionkey, secretKeyRef: { name: state-key, key: key } }]
`,
      says: ["'primaryEncryptionkey' is not read, so the state is not encrypted: write 'primaryEncryptionKey'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore, namespace: shop }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: primaryEncryptionKey, secretKeyRef: { name: state-key, key: key } }]
auth: { secretStore: kubernetes }
`,
    },
  ],
  check({ components }, report) {
    for (const { manifest, category, metadata } of components) {
      for (const { name, path } of category === 'state' ? metadata : []) {
        const exact = ENCRYPTION_KEYS.find((key) => key.toLowerCase() === name.toLowerCase());
        if (exact !== undefined && exact !== name) {
          report.add(manifest, [...path, 'name'], `'${name}' is not read, so the state is not encrypted: write '${exact}'`);
        }
      }
    }
  },
};

export const ENCRYPTION_KEYS: readonly string[] = ['primaryEncryptionKey', 'secondaryEncryptionKey'];
