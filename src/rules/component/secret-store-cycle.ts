import type { Component } from '../model/component';
import type { Model } from '../model/model';
import type { Rule } from '../rule';

export const secretStoreCycle: Rule = {
  id: 'DAPR070',
  severity: 'error',
  title: 'Secret stores that wait for each other',
  why: 'A store that takes its own settings from a store waits until that one is there; in a circle all wait for ever, and every component that needs one of them with them.',
  fix: 'Give one of them its settings without a secret store.',
  source: 'pkg/runtime/processor/components.go processComponentAndDependents',
  facts: ['R069'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault }
spec: { type: secretstores.hashicorp.vault, version: v1, metadata: [{ name: vaultToken, secretKeyRef: { name: t, key: t } }] }
auth: { secretStore: files }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: files }
spec: { type: secretstores.local.file, version: v1, metadata: [{ name: secretsFile, secretKeyRef: { name: f, key: f } }] }
auth: { secretStore: vault }
`,
      says: ['vault waits for files, and files for vault'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault }
spec: { type: secretstores.hashicorp.vault, version: v1, metadata: [{ name: vaultToken, secretKeyRef: { name: t, key: t } }] }
auth: { secretStore: vault }
`,
      says: ['vault waits for vault'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault }
spec: { type: secretstores.hashicorp.vault, version: v1, metadata: [{ name: vaultToken, secretKeyRef: { name: t, key: t } }] }
auth: { secretStore: files }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: files }
spec: { type: secretstores.local.file, version: v1, metadata: [{ name: secretsFile, value: /secrets.json }] }
`,
    },
  ],
  check(model, report) {
    const done = new Set<Component>();
    for (const store of model.components.filter(({ category }) => category === 'secretstores')) {
      const path: Component[] = [];
      let next: Component | undefined = store;
      while (next !== undefined && !done.has(next)) {
        done.add(next);
        path.push(next);
        next = waitsFor(model, next);
      }
      const start = next === undefined ? -1 : path.indexOf(next);
      if (start >= 0) {
        const [first, ...rest] = path.slice(start).map(({ name }) => name);
        const message = [...rest, first].reduce(
          (said, name, i) => (i === 0 ? `${said} waits for ${name}` : `${said}, and ${rest[i - 1]} for ${name}`),
          first,
        );
        report.add(path[start].manifest, ['auth', 'secretStore'], message);
      }
    }
  },
};

/** The one store that a store takes secrets from, where exactly one can be meant. */
function waitsFor(model: Model, store: Component): Component | undefined {
  if (store.secretStore === undefined || !store.metadata.some(({ secretKeyRef }) => secretKeyRef !== undefined)) {
    return undefined;
  }
  const named = model.componentsNamed(store.secretStore, store).filter(({ category }) => category === 'secretstores');
  return named.length === 1 ? named[0] : undefined;
}
