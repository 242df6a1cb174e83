import { mayShareNamespace } from '../model/manifest';
import type { Rule } from '../rule';
import { resourcesOf } from './scoped';

export const scopeInAnotherNamespace: Rule = {
  id: 'DAPR025',
  severity: 'error',
  title: 'A resource whose applications live in another namespace',
  why: 'A sidecar sees the resources of its own namespace only; scopes choose among the applications there and reach no further.',
  fix: 'Put the resource into the namespace of the application, and a copy into each further one.',
  source: 'pkg/runtime/authorizer/authorizer.go namespaceComponentAuthorizer; pkg/operator/api',
  facts: ['R038'],
  demand: [11],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore, namespace: dapr-system }
spec: { type: state.in-memory, version: v1, metadata: [] }
scopes: [orders]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
    spec: { containers: [{ name: orders, image: 'registry.example/orders:1' }] }
`,
      complete: true,
      says: ["no application sees this Component: it is in the namespace 'dapr-system', and 'orders' in 'shop'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore, namespace: dapr-system }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
spec: { containers: [{ name: orders, image: 'registry.example/orders:1' }] }
`,
      complete: true,
      says: ["no application sees this Component: none runs in its namespace 'dapr-system'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore, namespace: shop }
spec: { type: state.in-memory, version: v1, metadata: [] }
scopes: [orders, elsewhere]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
    spec: { containers: [{ name: orders, image: 'registry.example/orders:1' }] }
`,
    },
  ],
  check(model, report) {
    const namespaces = new Set(model.apps.map((app) => app.namespace));
    for (const resource of resourcesOf(model)) {
      const { manifest, namespace, scopes } = resource;
      if (namespace === undefined || model.target === 'self-hosted') {
        continue;
      }
      if (scopes === undefined) {
        if (model.apps.length > 0 && !namespaces.has(undefined) && !namespaces.has(namespace)) {
          const message = `no application sees this ${manifest.kind}: none runs in its namespace '${namespace}'`;
          report.add(manifest, ['metadata', 'namespace'], message, { severity: 'warning', outside: 'silent' });
        }
        continue;
      }
      const apps = scopes.map((id) => model.appsById.get(id) ?? []);
      const [first] = apps;
      if (first.length > 0 && apps.every((all) => all.length > 0 && !all.some((app) => mayShareNamespace(app, resource)))) {
        const where = scopes
          .map((id, i) => `'${id}' in '${apps[i][0].namespace}'`)
          .slice(0, 4)
          .join(', ');
        const message = `no application sees this ${manifest.kind}: it is in the namespace '${namespace}', and ${where}`;
        report.add(manifest, ['metadata', 'namespace'], message, { outside: 'warning' });
      }
    }
  },
};
