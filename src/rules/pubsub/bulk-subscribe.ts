import { mapping } from '../read';
import type { Rule } from '../rule';
import { subscriptionsOf } from './subscription';

export const bulkSubscribe: Rule = {
  id: 'DAPR113',
  severity: 'warning',
  title: 'Bulk settings of a Subscription that is not bulk',
  why: 'How many messages come at once, and how long they are waited for, is read only where bulkSubscribe.enabled is true. Otherwise messages come one by one.',
  fix: 'Write bulkSubscribe.enabled: true, or remove the settings.',
  source: 'pkg/runtime/subscription/subscription.go New; pkg/runtime/pubsub/default_bulksub.go',
  facts: ['R111'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes: { default: /orders }
  bulkSubscribe: { enabled: false, maxMessagesCount: 50, maxAwaitDurationMs: 100 }
`,
      says: ['maxMessagesCount, maxAwaitDurationMs have no effect: bulkSubscribe.enabled is not true'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes: { default: /orders }
  bulkSubscribe: { enabled: true, maxMessagesCount: 50 }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, spec } of subscriptionsOf(model)) {
      const bulk = mapping(spec.bulkSubscribe);
      const set = ['maxMessagesCount', 'maxAwaitDurationMs'].filter((key) => bulk[key] !== undefined && bulk[key] !== 0);
      if (set.length > 0 && bulk.enabled !== true && bulk.enabled !== 'true') {
        const have = set.length === 1 ? 'has' : 'have';
        report.add(manifest, ['spec', 'bulkSubscribe'], `${set.join(', ')} ${have} no effect: bulkSubscribe.enabled is not true`);
      }
    }
  },
};
