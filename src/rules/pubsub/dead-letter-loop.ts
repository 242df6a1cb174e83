import type { Rule } from '../rule';
import { subscriptionsOf } from './subscription';

export const deadLetterLoop: Rule = {
  id: 'DAPR112',
  severity: 'warning',
  title: 'A dead letter topic that is the topic itself',
  why: 'Each message that fails is published to the topic from which it came, and fails again, without end.',
  fix: 'Name another topic in deadLetterTopic.',
  source: 'pkg/runtime/subscription/subscription.go sendToDeadLetter',
  facts: ['R109'],
  demand: [13],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: orders, routes: { default: /orders } }
`,
      says: ["what fails in 'orders' goes back to 'orders', for ever"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: poison, routes: { default: /orders } }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, topic, deadLetterTopic } of subscriptionsOf(model)) {
      if (topic !== '' && topic === deadLetterTopic) {
        report.add(manifest, ['spec', 'deadLetterTopic'], `what fails in '${topic}' goes back to '${topic}', for ever`);
      }
    }
  },
};
