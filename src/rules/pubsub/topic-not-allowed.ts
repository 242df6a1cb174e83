import { isAppliedTogether } from '../model/visibility';
import type { Rule } from '../rule';
import { pubsubFor, pubsubsOf, subscribersOf, subscriptionsOf } from './subscription';
import { whyNot } from './topics';

export const topicNotAllowed: Rule = {
  id: 'DAPR100',
  severity: 'error',
  title: 'A Subscription to a topic that the component does not allow',
  why: 'The sidecar refuses to subscribe, logs it, and tries again for ever; the application starts and gets no message.',
  fix: 'Give the topic to the application in subscriptionScopes of the component, or list it in allowedTopics.',
  source: 'pkg/runtime/subscription/subscription.go New; pkg/runtime/pubsub/adapter.go IsOperationAllowed',
  facts: ['R094', 'R096'],
  demand: [15, 21],
  symptoms: [/subscription to topic '[^']+' on pubsub '[^']+' is not allowed/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: subscriptionScopes, value: 'stock=parts' }] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
scopes: [stock]
`,
      says: ["'stock' may not subscribe to 'orders': subscriptionScopes of 'pubsub' does not give it to 'stock'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: allowedTopics, value: 'parts, prices' }] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
`,
      says: ["no application may subscribe to 'orders': allowedTopics of 'pubsub' does not list it"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: protectedTopics, value: orders }] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
scopes: [stock]
`,
      says: ["'stock' may not subscribe to 'orders': it is protected, and subscriptionScopes of 'pubsub' does not give it to 'stock'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec:
  type: pubsub.in-memory
  version: v1
  metadata:
    - { name: allowedTopics, value: 'orders, parts' }
    - { name: protectedTopics, value: orders }
    - { name: subscriptionScopes, value: 'stock = orders; mail=' }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
scopes: [stock]
`,
    },
  ],
  check(model, report) {
    for (const subscription of subscriptionsOf(model)) {
      const { topic, manifest } = subscription;
      const pubsubs = topic === '' ? [] : pubsubsOf(model, subscription);
      const [first] = pubsubs;
      // An app id that nobody can have: what is refused to it by allowedTopics is refused to all.
      const forAll = pubsubs.length === 1 ? whyNot(first, '/', topic, 'subscriptionScopes') : undefined;
      if (forAll?.startsWith('allowedTopics')) {
        const outside = isAppliedTogether(first, subscription) ? undefined : 'warning';
        report.add(manifest, ['spec', 'topic'], `no application may subscribe to '${topic}': ${forAll}`, { outside });
        continue;
      }
      for (const appId of pubsubs.length === 0 ? [] : subscribersOf(model, subscription)) {
        const component = pubsubFor(pubsubs, appId);
        const reason = component === undefined ? undefined : whyNot(component, appId, topic, 'subscriptionScopes');
        if (component !== undefined && reason !== undefined) {
          // Without scopes the Subscription reaches also those for whom it is not meant.
          const isMeant = subscription.scopes !== undefined && isAppliedTogether(component, subscription);
          report.add(manifest, ['spec', 'topic'], `'${appId}' may not subscribe to '${topic}': ${reason}`, {
            severity: isMeant ? undefined : 'warning',
          });
        }
      }
    }
  },
};
