import { isAppliedTogether } from '../model/visibility';
import type { Rule } from '../rule';
import { pubsubFor, pubsubsOf, subscribersOf, subscriptionsOf } from './subscription';
import { whyNot } from './topics';

export const deadLetterScope: Rule = {
  id: 'DAPR110',
  severity: 'error',
  title: 'A dead letter topic that the application may not publish to',
  why: 'A dead letter is published by the subscribing application, through the same component. Where that is refused the message goes back to the broker and comes again, for ever.',
  fix: 'Give the dead letter topic to the application in publishingScopes, and list it in allowedTopics where there are any.',
  source: 'pkg/runtime/subscription/subscription.go sendToDeadLetter; pkg/runtime/pubsub/publisher/publisher.go Publish',
  facts: ['R109'],
  demand: [13],
  symptoms: [/error sending message to dead letter, origin topic: /, /topic \S+ is not allowed for app id/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: publishingScopes, value: 'cart=orders;stock=' }] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
scopes: [stock]
`,
      says: ["'stock' may not publish to the dead letter topic 'poison': publishingScopes of 'pubsub' does not give it to 'stock'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: allowedTopics, value: orders }] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
`,
      says: ["nobody may publish to the dead letter topic 'poison': allowedTopics of 'pubsub' does not list it"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: publishingScopes, value: 'cart=orders;stock=poison' }] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
scopes: [stock]
`,
    },
  ],
  check(model, report) {
    for (const subscription of subscriptionsOf(model)) {
      const { deadLetterTopic, manifest } = subscription;
      const pubsubs = deadLetterTopic === undefined ? [] : pubsubsOf(model, subscription);
      if (deadLetterTopic === undefined || pubsubs.length === 0) {
        continue;
      }
      const path = ['spec', 'deadLetterTopic'];
      const forAll = pubsubs.length === 1 ? whyNot(pubsubs[0], '/', deadLetterTopic, 'publishingScopes') : undefined;
      if (forAll?.startsWith('allowedTopics')) {
        const outside = isAppliedTogether(pubsubs[0], subscription) ? undefined : 'warning';
        report.add(manifest, path, `nobody may publish to the dead letter topic '${deadLetterTopic}': ${forAll}`, { outside });
        continue;
      }
      for (const appId of subscribersOf(model, subscription)) {
        const component = pubsubFor(pubsubs, appId);
        const reason = component === undefined ? undefined : whyNot(component, appId, deadLetterTopic, 'publishingScopes');
        if (component !== undefined && reason !== undefined) {
          const isMeant = subscription.scopes !== undefined && isAppliedTogether(component, subscription);
          report.add(manifest, path, `'${appId}' may not publish to the dead letter topic '${deadLetterTopic}': ${reason}`, {
            severity: isMeant ? undefined : 'warning',
          });
        }
      }
    }
  },
};
