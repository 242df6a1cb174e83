import { itemNamed } from '../model/component';
import type { Model } from '../model/model';
import { isInScope } from '../model/visibility';
import type { Rule } from '../rule';
import { subscribersOf, subscriptionsOf } from './subscription';

export const sharedConsumerId: Rule = {
  id: 'DAPR095',
  severity: 'warning',
  title: 'One consumerID for several applications',
  why: 'Without consumerID each application is a consumer group of its own and gets every message. A fixed one puts all applications that see the component into one group, so each message reaches only one of them.',
  fix: "Remove consumerID, or write '{appID}' into it; where the applications are meant to share the work, acknowledge this finding.",
  source: 'pkg/runtime/processor/pubsub/pubsub.go Init',
  facts: ['R091'],
  demand: [49],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: consumerID, value: shop }] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: mail }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
scopes: [mail]
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: stock }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
scopes: [stock]
`,
      says: ["mail, stock share consumerID 'shop', so each message of 'orders' reaches only one of them"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: consumerID, value: shop }] }
scopes: [mail, stock]
`,
      says: ["mail, stock share consumerID 'shop': of two that subscribe to one topic only one gets each message"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: consumerID, value: '{appID}' }] }
scopes: [mail, stock]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: own }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: consumerID, value: mail }] }
scopes: [mail]
`,
    },
  ],
  check(model, report) {
    const subscribers = subscribersByTopic(model);
    for (const component of model.components) {
      const item = component.category === 'pubsub' ? itemNamed(component, 'consumerID') : undefined;
      if (item === undefined || item.late || (item.value ?? '').trim() === '') {
        continue;
      }
      const apps = new Set(component.scopes ?? model.appsThatSee(component).map(({ id }) => id));
      const shared = [...(subscribers.get(component.name) ?? [])]
        .map(([topic, ids]) => ({ topic, ids: [...ids].filter((id) => isInScope(component, id)) }))
        .find(({ ids }) => ids.length > 1);
      if (shared !== undefined) {
        const message = `${shown(shared.ids)} share consumerID '${item.value}', so each message of '${shared.topic}' reaches only one of them`;
        report.add(component.manifest, item.path, message);
      } else if (apps.size > 1) {
        const message = `${shown([...apps])} share consumerID '${item.value}': of two that subscribe to one topic only one gets each message`;
        report.add(component.manifest, item.path, message, { severity: 'info' });
      }
    }
  },
};

/** The app ids that subscribe, by the name of the pub/sub component and the topic. */
function subscribersByTopic(model: Model): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const subscription of subscriptionsOf(model)) {
    const topics = found.get(subscription.pubsubName) ?? new Map<string, Set<string>>();
    const ids = topics.get(subscription.topic) ?? new Set<string>();
    subscribersOf(model, subscription).forEach((id) => ids.add(id));
    topics.set(subscription.topic, ids);
    found.set(subscription.pubsubName, topics);
  }
  return found;
}

function shown(ids: readonly string[]): string {
  return ids.length > 5 ? `${ids.length} applications` : ids.join(', ');
}
