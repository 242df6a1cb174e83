import type { Rule } from '../rule';

export const otherNamespace: Rule = {
  id: 'DAPR079',
  severity: 'error',
  title: 'A component scoped to an application of another namespace',
  why: 'A sidecar sees the resources of its own namespace only; scopes do not reach beyond it, and nothing is logged.',
  fix: 'Put the component into the namespace of the application, once for each namespace.',
  source: 'pkg/runtime/authorizer/authorizer.go namespaceComponentAuthorizer; pkg/operator/api/components.go ListComponents',
  facts: ['R038'],
  demand: [11],
  bad: [
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore, namespace: infra }
spec: { type: state.redis, version: v1, metadata: [] }
scopes: [orders]
---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
spec: { containers: [{ name: app, image: orders }] }
`,
      says: ["orders is in the namespace 'shop' and does not see statestore, which is in 'infra'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore, namespace: shop }
spec: { type: state.redis, version: v1, metadata: [] }
scopes: [orders]
---
apiVersion: v1
kind: Pod
metadata: { name: orders, namespace: shop, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
spec: { containers: [{ name: app, image: orders }] }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, name, namespace, scopes } of model.components) {
      for (const [i, id] of (namespace === undefined ? [] : (scopes ?? [])).entries()) {
        const apps = model.appsById.get(id) ?? [];
        const elsewhere = apps.find((app) => app.namespace !== undefined && app.namespace !== namespace);
        const here = apps.some((app) => app.namespace === undefined || app.namespace === namespace);
        if (elsewhere !== undefined && !here) {
          const message = `${id} is in the namespace '${elsewhere.namespace}' and does not see ${name}, which is in '${namespace}'`;
          report.add(manifest, ['scopes', i], message, { outside: 'warning' });
        }
      }
    }
  },
};
