import { at, text } from '../read';
import type { Rule } from '../rule';

const subscription = (rest: string): string => `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: new-orders, namespace: shop }
spec: { pubsubname: bus, topic: orders, routes: { default: /orders }${rest} }
scopes: [orders]
`;

export const deadLetter: Rule = {
  id: 'DAPR236',
  severity: 'warning',
  title: 'A subscription whose messages are lost or come back for ever',
  why: 'A message that the application cannot handle is handed to it again and again, or dropped, as the broker likes. A dead letter topic keeps it, and lets the others pass.',
  fix: 'Set deadLetterTopic, subscribe to it, and give the subscribing component a retry policy for inbound messages; make the handler idempotent, for messages may come twice.',
  source:
    'pkg/runtime/subscription/subscription.go; https://docs.dapr.io/developing-applications/building-blocks/pubsub/pubsub-deadletter/',
  facts: [],
  demand: [13],
  bad: [
    { yaml: subscription(''), says: ["messages of 'orders' that cannot be handled have nowhere to go: there is no deadLetterTopic"] },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Subscription
metadata: { name: new-orders, namespace: shop }
spec: { pubsubname: bus, topic: orders, route: /orders, deadLetterTopic: "" }
scopes: [orders]
`,
      says: ["messages of 'orders' that cannot be handled have nowhere to go: there is no deadLetterTopic"],
    },
  ],
  good: [{ yaml: subscription(', deadLetterTopic: orders-dead') }],
  check({ subscriptions }, report) {
    const deadLetters = new Set(subscriptions.map(({ spec }) => text(at(spec, 'deadLetterTopic'))));
    for (const { manifest, spec } of subscriptions) {
      const topic = text(spec.topic);
      // The end of the line: who reads a dead letter topic needs none of its own.
      if ((text(spec.deadLetterTopic) ?? '') === '' && topic !== undefined && !deadLetters.has(topic)) {
        report.add(manifest, ['spec'], `messages of '${topic}' that cannot be handled have nowhere to go: there is no deadLetterTopic`);
      }
    }
  },
};
