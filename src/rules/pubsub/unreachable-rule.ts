import { pathText } from '../read';
import type { Rule } from '../rule';
import { matchesAll } from './no-default-route';
import { subscriptionsOf } from './subscription';

export const unreachableRule: Rule = {
  id: 'DAPR104',
  severity: 'error',
  title: 'A rule that no message reaches',
  why: 'The rules are tried from the first to the last, and the first one that matches takes the message. An empty match takes all of them, so what stands below it is never asked; a match that stands twice is asked once.',
  fix: 'Move the rule that takes everything to routes.default, and keep each match once.',
  source: 'pkg/runtime/subscription/subscription.go matchRoutingRule',
  facts: ['R103'],
  demand: [15],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes: { rules: [{ match: '', path: /all }, { match: event.type == "new", path: /new }], default: /other }
`,
      says: [
        'spec.routes.rules[0] takes every message, so the default is never used',
        'spec.routes.rules[0] takes every message, so this rule is never asked',
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes: { rules: [{ match: event.type == "new", path: /a }, { match: event.type == "new", path: /b }], default: /other }
`,
      says: ['spec.routes.rules[0] has the same match, so this rule is never asked'],
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
  routes: { rules: [{ match: event.type == "new", path: /new }, { match: event.type == "old", path: /old }, { match: '', path: /all }] }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, rules, fallback } of subscriptionsOf(model)) {
      const first = new Map<string, string>();
      let all: string | undefined;
      for (const { match, path } of rules) {
        const same = first.get(match);
        if (all !== undefined) {
          report.add(manifest, path, `${all} takes every message, so this rule is never asked`);
        } else if (same !== undefined) {
          report.add(manifest, path, `${same} has the same match, so this rule is never asked`);
        }
        first.set(match, same ?? pathText(path));
        all ??= matchesAll(match) ? pathText(path) : undefined;
      }
      if (all !== undefined && (fallback ?? '') !== '') {
        report.add(manifest, ['spec', 'routes', 'default'], `${all} takes every message, so the default is never used`, {
          severity: 'warning',
        });
      }
    }
  },
};
