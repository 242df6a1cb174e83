import { at } from '../read';
import type { Rule } from '../rule';
import { subscriptionsOf } from './subscription';

export const bulkPath: Rule = {
  id: 'DAPR114',
  severity: 'warning',
  title: 'A bulk rule without a path',
  why: 'What a bulk subscription matches with a rule that has no path is handed to an HTTP application at its root, where hardly one expects it.',
  fix: 'Write the path of the handler into the rule.',
  source: 'pkg/runtime/subscription/bulksubscription.go bulkSubscribeTopic',
  facts: ['R112'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes: { rules: [{ match: event.type == "new", path: '' }], default: /orders }
  bulkSubscribe: { enabled: true }
`,
      says: ['path is empty, so an HTTP application gets what this rule matches at its root, POST /'],
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
  routes: { rules: [{ match: event.type == "new", path: /new }], default: /orders }
  bulkSubscribe: { enabled: true }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, spec, rules } of subscriptionsOf(model)) {
      for (const { path, to } of at(spec, 'bulkSubscribe', 'enabled') === true ? rules : []) {
        if (to === '') {
          const message = 'path is empty, so an HTTP application gets what this rule matches at its root, POST /';
          report.add(manifest, [...path, 'path'], message);
        }
      }
    }
  },
};
