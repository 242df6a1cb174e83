import { Component, itemNamed } from '../model/component';
import type { Rule } from '../rule';
import { ScopeItem, scopeItems, TopicScope, topicsOf } from './topics';

export const topicScopeText: Rule = {
  id: 'DAPR097',
  severity: 'error',
  title: 'A topic scope that Dapr does not understand',
  why: 'A scope is app=topic,topic and the next application behind a semicolon. Dapr skips what has no equals sign and drops what follows a second one, so that the application keeps every topic, or loses some.',
  fix: "Write it as 'app1=topic1,topic2;app2=topic3;app3=', where nothing behind the equals sign means no topic.",
  source: 'pkg/scopes/scopes.go GetScopedTopics',
  facts: ['R095'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec:
  type: pubsub.in-memory
  version: v1
  metadata: [{ name: publishingScopes, value: cart }, { name: subscriptionScopes, value: 'cart=orders,stock=parts' }]
`,
      says: [
        "publishingScopes skips 'cart', which has no '=': 'cart' may use every topic; write 'cart=' for none of them",
        "subscriptionScopes drops '=parts': applications are parted by ';'",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec:
  type: pubsub.in-memory
  version: v1
  metadata:
    - name: publishingScopes
      value: |-
        cart=orders;
        stock=parts
`,
      says: ['publishingScopes holds a line break, which becomes part of an app id or topic: write it in one line'],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: allowedTopics, value: orders;parts }] }
`,
      says: ["allowedTopics parts topics by commas: with ';' they are one topic"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec:
  type: pubsub.in-memory
  version: v1
  metadata:
    - name: protectedTopics
      value: |
        orders
`,
      says: ['protectedTopics holds a line break, which becomes part of an app id or topic: write it in one line'],
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
  metadata: [{ name: publishingScopes, value: 'cart = orders, parts; stock=;' }]
`,
    },
  ],
  check({ components }, report) {
    for (const component of components.filter(({ category }) => category === 'pubsub')) {
      for (const scope of TOPIC_SCOPES) {
        const item = itemNamed(component, scope);
        for (const problem of item === undefined || item.late ? [] : problemsOf(component, scope)) {
          report.add(component.manifest, item!.path, `${scope} ${problem}`);
        }
      }
      for (const key of ['allowedTopics', 'protectedTopics'] as const) {
        const topics = [...topicsOf(component, key)];
        if (topics.some(hasLineBreak)) {
          report.add(component.manifest, itemNamed(component, key)!.path, `${key} ${LINE_BREAK}`);
        } else if (topics.some((topic) => topic.includes(';'))) {
          const message = `${key} parts topics by commas: with ';' they are one topic`;
          report.add(component.manifest, itemNamed(component, key)!.path, message, {
            severity: 'warning',
            fix: "Write ',' in place of ';'.",
          });
        }
      }
    }
  },
};

const LINE_BREAK = 'holds a line break, which becomes part of an app id or topic: write it in one line';

/** Dapr takes only blanks out. A line break that stands alone is a topic or application that nobody has. */
function hasLineBreak(text: string): boolean {
  return /[\r\n\t]/.test(text) && text.trim() !== '';
}

export const TOPIC_SCOPES: readonly TopicScope[] = ['publishingScopes', 'subscriptionScopes'];

function problemsOf(component: Component, scope: TopicScope): string[] {
  const items = scopeItems(component, scope);
  if (items.some(({ text }) => hasLineBreak(text))) {
    return [LINE_BREAK];
  }
  return items.flatMap((item) => problemOf(item) ?? []);
}

function problemOf({ text, app, dropped }: ScopeItem): string | undefined {
  if (app === undefined) {
    return text.trim() === ''
      ? undefined
      : `skips '${text}', which has no '=': '${text}' may use every topic; write '${text}=' for none of them`;
  }
  return dropped === undefined ? undefined : `drops '=${dropped}': applications are parted by ';'`;
}
