import { MetadataItem } from '../model/component';
import type { Rule } from '../rule';
import { ENCRYPTION_KEYS } from './encryption-key-name';

export const encryptionKey: Rule = {
  id: 'DAPR088',
  severity: 'error',
  title: 'A key that cannot encrypt',
  why: 'The state is encrypted with AES: its key is 16, 24 or 32 bytes, written as twice as many hexadecimal digits. With another key, or none, the sidecar stops.',
  fix: 'Make a key with `openssl rand -hex 32`, put it into a secret, and name that with secretKeyRef.',
  source: 'pkg/encryption/encryption.go createCipher, tryGetEncryptionKeyFromMetadataItem',
  facts: ['R085'],
  symptoms: [
    /failed to extract encryption key/,
    /crypto\/aes: invalid key size \d+/,
    /encoding\/hex: (?:invalid byte|odd length hex string)/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: primaryEncryptionKey, value: my-secret-key }] }
auth: { secretStore: secrets }
`,
      says: ['primaryEncryptionKey takes 32, 48 or 64 hexadecimal digits: got 13 characters, not all of them such digits'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: primaryEncryptionKey, value: '00112233' }, { name: secondaryEncryptionKey }] }
auth: { secretStore: secrets }
`,
      says: [
        'primaryEncryptionKey takes 32, 48 or 64 hexadecimal digits: got 8',
        'secondaryEncryptionKey has neither a value nor a secretKeyRef',
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
  type: state.in-memory
  version: v1
  metadata:
    - { name: primaryEncryptionKey, value: 000102030405060708090a0b0c0d0e0f }
    - { name: secondaryEncryptionKey, secretKeyRef: { name: state-keys, key: old } }
auth: { secretStore: secrets }
`,
    },
  ],
  check({ components }, report) {
    for (const { manifest, category, metadata } of components) {
      for (const item of category === 'state' ? metadata : []) {
        const problem = ENCRYPTION_KEYS.includes(item.name) ? problemOf(item) : undefined;
        if (problem !== undefined) {
          report.add(manifest, item.path, `${item.name} ${problem}`);
        }
      }
    }
  },
};

function problemOf({ value, late }: MetadataItem): string | undefined {
  if (late || value === '') {
    return undefined;
  }
  if (value === undefined) {
    return 'has neither a value nor a secretKeyRef';
  }
  const isHex = /^[0-9a-f]+$/i.test(value);
  if (isHex && [32, 48, 64].includes(value.length)) {
    return undefined;
  }
  return `takes 32, 48 or 64 hexadecimal digits: got ${value.length}${isHex ? '' : ' characters, not all of them such digits'}`;
}
