import type { Rule } from '../rule';
import { subscriptionsOf } from './subscription';

export const noDefaultRoute: Rule = {
  id: 'DAPR103',
  severity: 'warning',
  title: 'Rules without a default route',
  why: 'A message that no rule matches is acknowledged and dropped, or goes to the dead letter topic where there is one. Only the debug log tells.',
  fix: 'Write routes.default, even if its handler only logs what it did not expect.',
  source: 'pkg/runtime/subscription/subscription.go New, findMatchingRoute',
  facts: ['R102'],
  demand: [15],
  symptoms: [/no matching route for event .* skipping/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { rules: [{ match: event.type == "new", path: /new }] } }
`,
      says: ["a message of 'orders' that no rule matches is acknowledged and dropped"],
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, deadLetterTopic: rest, routes: { rules: [{ match: event.type == "new", path: /new }] } }
`,
      says: ["a message of 'orders' that no rule matches goes to the dead letter topic 'rest'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { rules: [{ match: event.type == "new", path: /new }], default: /other } }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: all }
spec: { pubsubname: pubsub, topic: parts, routes: { rules: [{ match: '', path: /all }] } }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, topic, deadLetterTopic, rules, fallback } of subscriptionsOf(model)) {
      if (rules.length === 0 || (fallback ?? '') !== '' || rules.some(({ match }) => matchesAll(match))) {
        continue;
      }
      const message = `a message of '${topic}' that no rule matches`;
      if (deadLetterTopic === undefined) {
        report.add(manifest, ['spec', 'routes'], `${message} is acknowledged and dropped`);
      } else {
        report.add(manifest, ['spec', 'routes'], `${message} goes to the dead letter topic '${deadLetterTopic}'`, { severity: 'info' });
      }
    }
  },
};

/** Whether a rule takes every message: it has no expression, or one that is always true. */
export function matchesAll(match: string): boolean {
  return match === '' || match === 'true';
}
