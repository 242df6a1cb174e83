import { NearMisses } from '../near-miss';
import { list } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from './differences';
import { resourcesOf } from './scoped';

export const scopeWithoutApp: Rule = {
  id: 'DAPR024',
  severity: 'error',
  title: 'A scope that names no application',
  why: 'Scopes are compared letter by letter with the app ids of the sidecars: an id that no application has hides the resource from the one that was meant, and nothing is logged.',
  fix: 'Write the app id that the message names, as it stands in dapr.io/app-id.',
  source: 'pkg/apis/common/scoped.go IsAppScoped',
  facts: ['R039'],
  demand: [7],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
scopes: [order-service, Orders, shop.orders, orders-api]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders-api }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
    spec: { containers: [{ name: orders, image: 'registry.example/orders:1' }] }
`,
      complete: true,
      says: [
        "'order-service' is the app id of no application: got applications orders",
        "'Orders' is the app id of no application; did you mean 'orders'?",
        "'shop.orders' is the app id of no application: a scope is the app id alone; did you mean 'orders'?",
        "'orders-api' is the name of a Deployment, whose app id is 'orders': write 'orders'",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
scopes: [orders, app-of-another-repository]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
    spec: { containers: [{ name: orders, image: 'registry.example/orders:1' }] }
`,
    },
  ],
  check(model, report) {
    if (model.appsById.size === 0) {
      return;
    }
    const appIdsByWorkload = new Map(
      model.apps.flatMap(({ workload, id }) => (workload === undefined ? [] : [[workload.name, { workload, id }]])),
    );
    const ids = [...model.appsById.keys()].filter((id) => !isUnrendered(id));
    const near = new NearMisses(ids);
    for (const { manifest } of resourcesOf(model)) {
      const scopes = list(manifest.body.scopes);
      scopes.forEach((scope, i) => {
        if (typeof scope !== 'string' || scope === '' || isUnrendered(scope) || model.appsById.has(scope)) {
          return;
        }
        const path = ['scopes', i];
        const named = appIdsByWorkload.get(scope);
        const bare = scope.split(/[./]/).find((part) => part !== scope && model.appsById.has(part));
        const meant = near.find(scope);
        const slip = meant === undefined || scopes.includes(meant) ? undefined : meant;
        if (named !== undefined && !isUnrendered(named.id)) {
          const message = `'${scope}' is the name of a ${named.workload.kind}, whose app id is '${named.id}': write '${named.id}'`;
          report.add(manifest, path, message, { outside: scopes.includes(named.id) ? 'silent' : 'warning' });
        } else if (bare !== undefined) {
          const message = `'${scope}' is the app id of no application: a scope is the app id alone; did you mean '${bare}'?`;
          report.add(manifest, path, message, { outside: 'warning' });
        } else if (slip !== undefined) {
          report.add(manifest, path, `'${scope}' is the app id of no application; did you mean '${slip}'?`, { outside: 'warning' });
        } else {
          const known = `${ids.slice(0, 8).join(', ')}${ids.length > 8 ? ', …' : ''}`;
          report.add(manifest, path, `'${scope}' is the app id of no application: got applications ${known}`, { outside: 'silent' });
        }
      });
    }
  },
};
