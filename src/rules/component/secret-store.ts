import { nearest } from '../../private/nearest';
import type { Component } from '../model/component';
import type { Model } from '../model/model';
import type { Report } from '../report';
import { text } from '../read';
import type { Rule } from '../rule';
import { isPlaceholder } from './placeholder';

/** The store that every sidecar on Kubernetes has. */
const BUILT_IN = 'kubernetes';

export const secretStore: Rule = {
  id: 'DAPR068',
  severity: 'error',
  title: 'A component that takes secrets from a store which it does not find',
  why: 'The component waits for the store for ever: it is never initialised, one warning is logged, and the sidecar reports to be ready.',
  fix: 'Name a secret store that every application which sees the component sees too.',
  source: 'pkg/runtime/processor/components.go preprocessOneComponent; pkg/runtime/processor/secret/secret.go ProcessResource',
  facts: ['R066'],
  demand: [3],
  symptoms: [/references a secret store that isn't loaded: \S+/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault-store }
spec: { type: secretstores.local.file, version: v1, metadata: [{ name: secretsFile, value: /secrets.json }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: redis } }] }
auth: { secretStore: vault-stor }
`,
      says: ["statestore takes secrets from 'vault-stor', and there is no such store; did you mean 'vault-store'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: cache }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: redis } }] }
auth: { secretStore: cache }
`,
      says: ["statestore takes secrets from 'cache', which is a state.in-memory: expected a component of the category secretstores"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: vault-store }
spec: { type: secretstores.local.env, version: v1, metadata: [] }
scopes: [checkout]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: redis } }] }
auth: { secretStore: vault-store }
scopes: [orders, checkout]
`,
      says: ["statestore takes secrets from 'vault-store', which orders does not see: it is scoped to checkout"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: redis } }] }
auth: { secretStore: vault }
`,
    },
  ],
  check(model, report) {
    const stores = model.components.filter(({ category }) => category === 'secretstores').map(({ name }) => name);
    for (const component of model.components) {
      if (component.secretStore !== undefined && !isPlaceholder(component.secretStore) && needsStore(component)) {
        checkStore(model, report, component, component.secretStore, stores);
      }
    }
  },
};

/** Whether a metadata item names a secret: without one the store is never asked for. */
function needsStore({ metadata }: Component): boolean {
  return metadata.some(
    ({ secretKeyRef, value, envRef }) => (text(secretKeyRef?.name) ?? '') !== '' && (value !== undefined || envRef === undefined),
  );
}

function checkStore(model: Model, report: Report, component: Component, name: string, stores: readonly string[]): void {
  const at = ['auth', 'secretStore'];
  const what = `${component.name} takes secrets from '${name}'`;
  const named = model.componentsNamed(name, component);
  const found = named.filter(({ category }) => category === 'secretstores');
  if (found.length > 0) {
    const unseen = unseenBy(model, component, found);
    if (unseen !== undefined) {
      const scopes = found.flatMap((store) => store.scopes ?? []).join(', ');
      report.add(component.manifest, at, `${what}, which ${unseen} does not see: it is scoped to ${scopes}`);
    }
  } else if (name === BUILT_IN) {
    report.add(component.manifest, at, `${what}, which only a sidecar on Kubernetes has of itself`, {
      only: 'self-hosted',
      outside: 'silent',
    });
  } else if (named.length > 0) {
    const message = `${what}, which is a ${named[0].type}: expected a component of the category secretstores`;
    report.add(component.manifest, at, message, { outside: 'warning' });
  } else if ((model.componentsByName.get(name) ?? []).length > 0) {
    report.add(component.manifest, at, `${what}, and that store is in another namespace`, { outside: 'warning' });
  } else {
    // Among very many, a name that is near proves little and costs much.
    const near = stores.length > 500 ? undefined : nearest(name, [...stores, BUILT_IN]);
    const hint = near === undefined ? '' : `; did you mean '${near}'?`;
    report.add(component.manifest, at, `${what}, and there is no such store${hint}`, {
      outside: near === undefined ? 'silent' : 'warning',
    });
  }
}

/** An application that sees the component and none of the stores. */
function unseenBy(model: Model, component: Component, stores: readonly Component[]): string | undefined {
  if (stores.some(({ scopes }) => scopes === undefined)) {
    return undefined;
  }
  const seen = new Set(stores.flatMap(({ scopes }) => scopes ?? []));
  const apps = component.scopes ?? model.appsThatSee(component).map(({ id }) => id);
  return apps.find((id) => !seen.has(id));
}
