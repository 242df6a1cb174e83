import { CelReading, readCel } from '../cel';
import type { Rule } from '../rule';
import { expressionOf, subscriptionsOf } from './subscription';

export const matchSyntax: Rule = {
  id: 'DAPR105',
  severity: 'error',
  title: 'A match that Dapr cannot compile',
  why: 'The match of a rule is a CEL expression. Over an error in its syntax or types every sidecar that sees the Subscription stops; over a function that Dapr does not have it compiles for ever and never gets ready.',
  fix: 'Write an expression of event that is true or false, such as event.type == "order.created".',
  source: 'pkg/runtime/pubsub/subscriptions.go CreateRoutingRule; pkg/expr/expr.go DecodeString',
  facts: ['R104'],
  demand: [15],
  symptoms: [
    /ERROR: <input>:\d+:\d+: /,
    /found no matching overload for '/,
    /Syntax error: (?:token recognition error|mismatched input|extraneous input|missing)/,
  ],
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
      - { match: event.type = "new", path: /new }
      - { match: 'contains(event.type, "old")', path: /old }
      - { match: event.type.toLowerCase() == "gone", path: /gone }
    default: /other
`,
      says: [
        "match cannot be compiled: unexpected '='; did you mean '=='?, at character 12",
        'match cannot be compiled: contains() is a method; write x.contains(…)',
        "match keeps the sidecar from starting: Dapr's CEL has no function toLowerCase(), and Dapr compiles for ever",
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
  routes: { rules: [{ match: event.type == "new" and event.data.total > 1, path: /new }], default: /other }
`,
      says: ["match cannot be compiled: unexpected 'and'; did you mean '&&'?, at character 21"],
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
  routes:
    rules:
      - { match: 'event.type in ["new", "old"] && !event.source.startsWith("test/")', path: /new }
      - { match: 'has(event.data.items) && event.data.items.exists(item, item.price > 10.5)', path: /dear }
    default: /other
`,
    },
  ],
  check(model, report) {
    for (const { manifest, rules } of subscriptionsOf(model)) {
      for (const rule of rules) {
        const expression = expressionOf(rule);
        const { error, unknownFunction }: Partial<CelReading> = expression === undefined ? {} : readCel(expression);
        if (error !== undefined) {
          const message =
            unknownFunction === undefined
              ? `match cannot be compiled: ${error}`
              : `match keeps the sidecar from starting: ${error}, and Dapr compiles for ever`;
          report.add(manifest, [...rule.path, 'match'], message);
        }
      }
    }
  },
};
