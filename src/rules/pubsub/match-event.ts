import { CelReading, readCel } from '../cel';
import type { Rule } from '../rule';
import { expressionOf, subscriptionsOf } from './subscription';

export const matchEvent: Rule = {
  id: 'DAPR106',
  severity: 'error',
  title: 'A match that fails for every message',
  why: 'Dapr compiles any name, but when a message comes there is only event. A name besides it, or a result that is neither true nor false, is an error: the message is retried, or goes to the dead letter topic.',
  fix: 'Reach everything through event, e.g. event.data.total, and compare it with something.',
  source: 'pkg/expr/expr.go DecodeString; pkg/runtime/subscription/subscription.go matchRoutingRule',
  facts: ['R105'],
  demand: [15],
  symptoms: [/error finding matching route for event/, /no such attribute\(s\): /, /the result of match expression .* was not a boolean/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes:
    rules:
      - { match: data.total > 100, path: /large }
      - { match: 'size(event.type)', path: /typed }
      - { match: order == "a", path: /a }
    default: /other
`,
      says: [
        "there is no 'data' when a message comes, only event; did you mean 'event.data'?",
        'match is a number (int), which is neither true nor false',
        "there is no 'order' when a message comes, only event; a text stands in quotes",
      ],
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
  routes: { rules: [{ match: 'event.data.items.all(item, item.total > 100)', path: /large }, { match: event.data.ok, path: /ok }], default: /other }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, rules } of subscriptionsOf(model)) {
      for (const rule of rules) {
        const expression = expressionOf(rule);
        const reading: CelReading | undefined = expression === undefined ? undefined : readCel(expression);
        if (reading === undefined || reading.error !== undefined) {
          continue;
        }
        for (const name of reading.variables.filter((variable) => variable !== 'event')) {
          const meant = EVENT_ATTRIBUTES.has(name) ? `did you mean 'event.${name}'?` : 'a text stands in quotes';
          report.add(manifest, [...rule.path, 'match'], `there is no '${name}' when a message comes, only event; ${meant}`);
        }
        if (reading.type !== undefined && !['bool', 'dyn'].includes(reading.type)) {
          const { type } = reading;
          const what = ['int', 'uint', 'double'].includes(type) ? `a number (${type})` : `a ${type}`;
          report.add(manifest, [...rule.path, 'match'], `match is ${what}, which is neither true nor false`);
        }
      }
    }
  },
};

/** What an event of Dapr holds: the attributes of CloudEvents, and Dapr's own. */
export const EVENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['id', 'source', 'specversion', 'type', 'datacontenttype', 'subject', 'time', 'data', 'data_base64'],
  ...['topic', 'pubsubname', 'traceid', 'traceparent', 'tracestate', 'expiration'],
]);
