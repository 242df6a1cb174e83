import { Component, itemNamed } from '../model/component';
import { isAppliedTogether, Visibility } from '../model/visibility';
import type { Rule } from '../rule';
import { isActorStateStore } from './actor-state-store';

export const oneActorStateStore: Rule = {
  id: 'DAPR080',
  severity: 'error',
  title: 'Two actor state stores for one application',
  why: 'A sidecar keeps the state of all actors and workflows in one store. Where it finds a second one marked for it, it stops.',
  fix: 'Keep actorStateStore on one of them, or give the two scopes that share no application.',
  source: 'pkg/runtime/compstore/statestore.go AddStateStoreActor',
  facts: ['R074'],
  demand: [12],
  symptoms: [/detected duplicate actor state store: \S+ and \S+/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: actorStateStore, value: 'true' }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: workflows }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'true' }] }
`,
      says: ["'workflows' is the second actor state store that one application sees, after 'statestore'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'yes' }] }
scopes: [orders, stock]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: workflows }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorstatestore, value: true }] }
scopes: [stock]
`,
      says: ["'workflows' is the second actor state store that 'stock' sees, after 'statestore'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'true' }] }
scopes: [orders]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: workflows }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'true' }] }
scopes: [stock]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: cache }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'false' }] }
`,
    },
  ],
  check({ components }, report) {
    const seen = new Visibility<Component>();
    for (const component of components.filter(isActorStateStore)) {
      const clash = seen.clash(component);
      seen.add(component);
      // The same name again is another variant of the store, or replaces it.
      if (clash === undefined || clash.other.name === component.name) {
        continue;
      }
      const { other, appId } = clash;
      const who = appId === undefined ? 'one application' : `'${appId}'`;
      const message = `'${component.name}' is the second actor state store that ${who} sees, after '${other.name}'`;
      report.add(component.manifest, itemNamed(component, 'actorStateStore')!.path, message, {
        outside: isAppliedTogether(component, other) ? undefined : 'warning',
      });
    }
  },
};
