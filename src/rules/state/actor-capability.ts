import { itemNamed } from '../model/component';
import type { Rule } from '../rule';
import { isActorStateStore } from './actor-state-store';

export const actorCapability: Rule = {
  id: 'DAPR081',
  severity: 'error',
  title: 'An actor state store that cannot hold actors',
  why: 'Actors and workflows need a store with ETags and transactions. Dapr looks for them only when the first actor or workflow uses the store, and then refuses each call.',
  fix: 'Take a store that holds actors, such as state.redis or state.postgresql, or remove actorStateStore.',
  source: 'pkg/actors/state/state.go stateStore',
  facts: ['R076'],
  demand: [12],
  symptoms: [/actors: state store does not exist or incorrectly configured/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.azure.blobstorage
  version: v2
  metadata: [{ name: accountName, value: shop }, { name: containerName, value: state }, { name: actorStateStore, value: 'true' }]
`,
      says: ['state.azure.blobstorage v2 has no transactions, so it cannot hold actors or workflows'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.memcached, version: v1, metadata: [{ name: hosts, value: 'cache:11211' }, { name: actorStateStore, value: 'true' }] }
`,
      says: ['state.memcached v1 has no ETags and no transactions, so it cannot hold actors or workflows'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: actorStateStore, value: 'true' }] }
scopes: [orders]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: cache }
spec: { type: state.memcached, version: v1, metadata: [{ name: hosts, value: 'cache:11211' }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: mine }
spec: { type: state.of-our-own, version: v1, metadata: [{ name: actorStateStore, value: 'true' }] }
scopes: [cart]
`,
    },
  ],
  check({ components }, report) {
    for (const component of components.filter(isActorStateStore)) {
      const { facts } = component;
      if (facts === undefined || facts.capabilities.includes('actors')) {
        continue;
      }
      const missing = [
        ...(facts.capabilities.includes('etag') ? [] : ['no ETags']),
        ...(facts.capabilities.includes('transactions') ? [] : ['no transactions']),
      ];
      if (missing.length > 0) {
        const message = `${facts.type} ${facts.version} has ${missing.join(' and ')}, so it cannot hold actors or workflows`;
        report.add(component.manifest, itemNamed(component, 'actorStateStore')!.path, message);
      }
    }
  },
};
