import { CelReading, readCel } from '../cel';
import type { Rule } from '../rule';
import { EVENT_ATTRIBUTES } from './match-event';
import { expressionOf, subscriptionsOf } from './subscription';

export const matchAttribute: Rule = {
  id: 'DAPR107',
  severity: 'warning',
  title: 'A match on what a message may not have',
  why: 'A field that the message does not have is an error, not false: the message is retried or dead-lettered, and rules below are not asked. Attributes of CloudEvents are written in small letters.',
  fix: 'Ask first, as in has(event.data.kind) && event.data.kind == "vip".',
  source: 'pkg/runtime/subscription/subscription.go matchRoutingRule',
  facts: ['R105'],
  demand: [15],
  symptoms: [/no such key: \S+/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes: { rules: [{ match: event.Type == "new", path: /new }, { match: event.data.kind == "vip", path: /vip }], default: /other }
`,
      says: ["an event has no attribute 'Type'; did you mean 'event.type'?", 'a message without event.data.kind fails here'],
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
  routes: { rules: [{ match: 'event.type == "new" && has(event.data.kind) && event.data.kind == "vip"', path: /vip }], default: /other }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, rules } of subscriptionsOf(model)) {
      for (const rule of rules) {
        const expression = expressionOf(rule);
        const reading: CelReading | undefined = expression === undefined ? undefined : readCel(expression);
        for (const field of reading?.error === undefined ? (reading?.fields ?? []) : []) {
          const [variable, attribute] = field.path;
          if (variable !== 'event' || field.guarded) {
            continue;
          }
          const lower = attribute.toLowerCase();
          if (lower !== attribute && EVENT_ATTRIBUTES.has(lower)) {
            report.add(manifest, [...rule.path, 'match'], `an event has no attribute '${attribute}'; did you mean 'event.${lower}'?`, {
              fix: `Write event.${lower}.`,
            });
          } else if (attribute === 'data' && field.path.length > 2) {
            report.add(manifest, [...rule.path, 'match'], `a message without ${field.path.join('.')} fails here`, { severity: 'info' });
          }
        }
      }
    }
  },
};
