import { Component } from '../model/component';
import type { Model } from '../model/model';
import { annotation } from '../model/workload';
import type { Rule } from '../rule';
import { ENCRYPTION_KEYS } from './encryption-key-name';

export const encryptionOff: Rule = {
  id: 'DAPR089',
  severity: 'error',
  title: 'State that is not encrypted in spite of a key',
  why: 'Dapr looks at the encryption keys only where the secret store of the component is loaded, and encrypts only where there is a primary key. Otherwise the state is stored in the clear, without a word.',
  fix: 'Name a secret store that the application loads in auth.secretStore, and set primaryEncryptionKey.',
  source: 'pkg/encryption/encryption.go ComponentEncryptionKey; pkg/runtime/meta/meta.go AuthSecretStoreOrDefault',
  facts: ['R084'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: primaryEncryptionKey, secretKeyRef: { name: state-key, key: key } }] }
`,
      target: 'self-hosted',
      says: ['primaryEncryptionKey is not looked at without auth.secretStore, so the state is not encrypted'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: primaryEncryptionKey, value: '' }] }
auth: { secretStore: secrets }
`,
      says: ['primaryEncryptionKey is empty, so the state is not encrypted'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: secondaryEncryptionKey, secretKeyRef: { name: keys, key: old } }] }
auth: { secretStore: secrets }
`,
      says: ['secondaryEncryptionKey alone encrypts nothing: there is no primaryEncryptionKey'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: primaryEncryptionKey, secretKeyRef: { name: state-key, key: key } }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: cart
  annotations: { dapr.io/enabled: 'true', dapr.io/app-id: cart, dapr.io/disable-builtin-k8s-secret-store: 'true' }
spec: { containers: [{ name: cart, image: cart }] }
`,
      says: ["'cart' has no Kubernetes secret store, so it does not look at primaryEncryptionKey and stores in the clear"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: primaryEncryptionKey, secretKeyRef: { name: state-key, key: key } }] }
`,
      target: 'kubernetes',
    },
  ],
  check(model, report) {
    for (const component of model.components) {
      const items = component.category === 'state' ? component.metadata.filter(({ name }) => ENCRYPTION_KEYS.includes(name)) : [];
      if (items.length === 0) {
        continue;
      }
      const [primary] = items.filter(({ name }) => name === ENCRYPTION_KEYS[0]);
      if (primary === undefined) {
        const message = 'secondaryEncryptionKey alone encrypts nothing: there is no primaryEncryptionKey';
        report.add(component.manifest, items[0].path, message);
      } else if (primary.value === '' && !primary.late) {
        report.add(component.manifest, primary.path, 'primaryEncryptionKey is empty, so the state is not encrypted');
      } else if (component.secretStore === undefined && model.target !== 'kubernetes') {
        const message = 'primaryEncryptionKey is not looked at without auth.secretStore, so the state is not encrypted';
        // Where nobody says where it runs it is most likely a cluster, which has a secret store of its own.
        report.add(component.manifest, primary.path, message, {
          only: 'self-hosted',
          severity: model.target === undefined ? 'info' : undefined,
        });
      }
      for (const id of appsWithoutSecretStore(model, component)) {
        const message = `'${id}' has no Kubernetes secret store, so it does not look at primaryEncryptionKey and stores in the clear`;
        report.add(component.manifest, items[0].path, message, { outside: 'warning' });
      }
    }
  },
};

function appsWithoutSecretStore(model: Model, component: Component): string[] {
  if (component.secretStore !== undefined && component.secretStore !== 'kubernetes') {
    return [];
  }
  const apps = model.appsThatSee(component).filter(({ workload }) => {
    const disabled = workload === undefined ? undefined : annotation(workload.annotations, 'dapr.io/disable-builtin-k8s-secret-store');
    return disabled !== undefined && /^(y|yes|true|t|on|1)$/i.test(disabled.trim());
  });
  return [...new Set(apps.map(({ id }) => id))];
}
