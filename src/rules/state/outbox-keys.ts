import type { Rule } from '../rule';
import { OUTBOX_KEYS, outboxItem } from './outbox';

export const outboxKeys: Rule = {
  id: 'DAPR090',
  severity: 'error',
  title: 'An outbox that is not switched on',
  why: 'A state store publishes what it stores only where outboxPublishPubsub and outboxPublishTopic are both set, in exactly these letters. Otherwise nothing is published, and nothing is said.',
  fix: 'Set both outboxPublishPubsub and outboxPublishTopic.',
  source: 'pkg/runtime/pubsub/outbox.go AddOrUpdateOutbox',
  facts: ['R087'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: outboxPublishPubsub, value: pubsub }] }
`,
      says: ['outboxPublishPubsub has no effect without outboxPublishTopic'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: outboxPublishPubSub, value: pubsub }, { name: outboxPublishTopic, value: orders }]
`,
      says: ["'outboxPublishPubSub' is not read: write 'outboxPublishPubsub'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: outboxPublishPubsub, value: pubsub }, { name: outboxPublishTopic, value: '' }, { name: outboxPubsub, value: internal }]
`,
      says: ['outboxPublishPubsub has no effect without outboxPublishTopic', 'outboxPubsub has no effect without outboxPublishTopic'],
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
      if (component.category !== 'state' || !component.metadata.some(({ name }) => /^outbox/i.test(name))) {
        continue;
      }
      const misspelt = component.metadata.flatMap((item) => {
        const exact = OUTBOX_KEYS.find((key) => key.toLowerCase() === item.name.toLowerCase());
        return exact === undefined || exact === item.name ? [] : [{ item, exact }];
      });
      for (const { item, exact } of misspelt) {
        report.add(component.manifest, [...item.path, 'name'], `'${item.name}' is not read: write '${exact}'`);
      }
      const missing = OUTBOX_KEYS.slice(0, 2).filter((key) => {
        const item = outboxItem(component, key);
        return item === undefined || (!item.late && (item.value ?? '') === '');
      });
      if (missing.length === 0 || misspelt.some(({ exact }) => missing.includes(exact))) {
        continue;
      }
      for (const key of OUTBOX_KEYS) {
        const item = outboxItem(component, key);
        if (item !== undefined && !missing.includes(key)) {
          report.add(component.manifest, item.path, `${key} has no effect without ${missing.join(' and ')}`);
        }
      }
    }
  },
};
