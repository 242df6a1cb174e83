import { isAppliedTogether, Visibility } from '../model/visibility';
import type { Rule } from '../rule';
import { Subscription, subscriptionsOf } from './subscription';

export const duplicateSubscription: Rule = {
  id: 'DAPR108',
  severity: 'error',
  title: 'Two Subscriptions of one application to one topic',
  why: 'An application has one subscription for each topic of a pub/sub component. The first Subscription counts and the others are dropped without a word; one that the application itself asks for takes the place of them all.',
  fix: 'Put the routes of both into one Subscription, or give each other scopes.',
  source: 'pkg/runtime/compstore/subscriptions.go ListSubscriptionsAppByPubSub',
  facts: ['R106'],
  demand: [15, 16],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: new-orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /new } }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: all-orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /all } }
scopes: [audit]
`,
      says: ["'audit' subscribes to 'orders' of 'pubsub' twice: only one of 'new-orders' and 'all-orders' counts"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: new-orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /new } }
scopes: [cart]
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: all-orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /all } }
scopes: [audit]
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: parts }
spec: { pubsubname: pubsub, topic: parts, routes: { default: /parts } }
`,
    },
  ],
  check(model, report) {
    const seen = new Map<string, Visibility<Subscription>>();
    for (const subscription of subscriptionsOf(model)) {
      const { pubsubName, topic, name, manifest } = subscription;
      if (pubsubName === '' || topic === '') {
        continue;
      }
      const key = `${pubsubName}\n${topic}`;
      const others = seen.get(key) ?? new Visibility<Subscription>();
      const clash = others.clash(subscription);
      others.add(subscription);
      seen.set(key, others);
      // The same name again is another variant of the object, or replaces it.
      if (clash === undefined || clash.other.name === name) {
        continue;
      }
      const who = clash.appId === undefined ? 'an application' : `'${clash.appId}'`;
      const message = `${who} subscribes to '${topic}' of '${pubsubName}' twice: only one of '${clash.other.name}' and '${name}' counts`;
      report.add(manifest, ['spec', 'topic'], message, { outside: isAppliedTogether(clash.other, subscription) ? undefined : 'warning' });
    }
  },
};
