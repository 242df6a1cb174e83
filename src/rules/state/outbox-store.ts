import type { Rule } from '../rule';
import { outboxOf } from './outbox';

export const outboxStore: Rule = {
  id: 'DAPR092',
  severity: 'error',
  title: 'An outbox on a store without transactions',
  why: 'Only what is stored in a transaction goes through the outbox, and this store refuses transactions.',
  fix: 'Take a store with transactions, such as state.redis or state.postgresql.',
  source: 'pkg/runtime/pubsub/outbox.go PublishInternal',
  facts: ['R089'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.memcached
  version: v1
  metadata:
    - { name: hosts, value: 'cache:11211' }
    - { name: outboxPublishPubsub, value: pubsub }
    - { name: outboxPublishTopic, value: orders }
`,
      says: ['state.memcached v1 has no transactions, so its outbox never publishes'],
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
  metadata: [{ name: outboxPublishPubsub, value: pubsub }, { name: outboxPublishTopic, value: orders }]
`,
    },
  ],
  check({ components }, report) {
    for (const component of components) {
      const { facts } = component;
      const outbox = facts === undefined || facts.capabilities.includes('transactions') ? undefined : outboxOf(component);
      if (outbox !== undefined && facts !== undefined) {
        const message = `${facts.type} ${facts.version} has no transactions, so its outbox never publishes`;
        report.add(component.manifest, outbox.publishPubsub.path, message);
      }
    }
  },
};
