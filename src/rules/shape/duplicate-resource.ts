import { Manifest } from '../model/manifest';
import type { Rule, Target } from '../rule';
import { isUnrendered } from './differences';

export const duplicateResource: Rule = {
  id: 'DAPR002',
  severity: 'error',
  title: 'Two resources of one kind and name',
  why: 'To the API server both are one object: the later one replaces the earlier. A self-hosted sidecar stops when two resources share a kind and a name, whatever their types and scopes; of two Subscriptions it keeps the last.',
  fix: 'Give each its own name, or remove one.',
  source: 'pkg/internal/loader/disk/disk.go filterManifests',
  facts: ['R036'],
  symptoms: [/duplicate definition of \w+ name .* with existing/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
`,
      says: ["there are two Components named 'store' in the same input: this one and the one before it exclude each other"],
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders, namespace: shop }
spec: { pubsubname: broker, topic: orders, routes: { default: /orders } }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders, namespace: shop }
spec: { pubsubname: broker, topic: refunds, routes: { default: /refunds } }
`,
      says: ["there are two Subscriptions named 'orders' in the same input: this one and the one before it exclude each other"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store, namespace: shop }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store, namespace: bank }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: store, namespace: shop }
spec: { policies: {}, targets: {} }
`,
    },
  ],
  check({ manifests }, report) {
    const before = new Map<string, Manifest>();
    for (const manifest of manifests) {
      const { daprKind: kind } = manifest;
      const { name, namespace } = manifest;
      if (kind === undefined || name === '' || isUnrendered(name) || isUnrendered(namespace)) {
        continue;
      }
      const key = JSON.stringify([kind, name, namespace]);
      const other = before.get(key);
      before.set(key, manifest);
      if (other === undefined) {
        continue;
      }
      const only = targetOf(kind, other, manifest);
      if (only === 'nowhere') {
        continue;
      }
      const together = other.source === manifest.source;
      const where = together ? 'in the same input' : `, the other in ${other.source}`;
      const message = `there are two ${PLURALS[kind] ?? `${kind}s`} named '${name}' ${where}`.replace(' ,', ',');
      report.add(manifest, ['metadata', 'name'], `${message}: this one and the one before it exclude each other`, {
        only,
        outside: together ? undefined : 'silent',
      });
    }
  },
};

const PLURALS: { readonly [kind: string]: string } = {
  Resiliency: 'Resiliencies',
  WorkflowAccessPolicy: 'WorkflowAccessPolicies',
};

/** The targets that mind: equal objects may be applied twice, and a sidecar reads these three in other ways. */
function targetOf(kind: string, a: Manifest, b: Manifest): Target | 'nowhere' | undefined {
  const loadsAll = kind === 'Resiliency' || kind === 'Configuration';
  if (JSON.stringify(a.body) === JSON.stringify(b.body)) {
    return loadsAll || kind === 'Subscription' ? 'nowhere' : 'self-hosted';
  }
  return loadsAll ? 'kubernetes' : undefined;
}
