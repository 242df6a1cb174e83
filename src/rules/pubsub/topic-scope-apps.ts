import { didYouMean } from '../../private/nearest';
import { itemNamed } from '../model/component';
import { isInScope } from '../model/visibility';
import type { Rule } from '../rule';
import { TOPIC_SCOPES } from './topic-scope-text';
import { scopeItems, topicsOf } from './topics';

export const topicScopeApps: Rule = {
  id: 'DAPR098',
  severity: 'warning',
  title: 'A topic scope that misses an application',
  why: 'Topic scopes restrict only the applications that they name: one that is left out, or misspelt, may use every topic that is not protected. What they give beyond allowedTopics has no effect.',
  fix: "Name every application that sees the component, with 'app=' for one that needs no topic, or list the topics in protectedTopics.",
  source: 'pkg/runtime/pubsub/adapter.go IsOperationAllowed; pkg/scopes/scopes.go GetScopedTopics',
  facts: ['R093', 'R094'],
  demand: [21],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: publishingScopes, value: 'cart=orders' }] }
scopes: [cart, stock]
`,
      says: ["publishingScopes does not name 'stock', which may therefore use every topic"],
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
    - { name: publishingScopes, value: 'crat=orders;cart=parts' }
    - { name: allowedTopics, value: orders }
scopes: [cart]
`,
      says: [
        "publishingScopes names 'crat', which does not see the component; did you mean 'cart'?",
        "publishingScopes gives 'parts' to 'cart', which allowedTopics does not list",
      ],
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
  metadata: [{ name: publishingScopes, value: 'cart=orders;stock=' }, { name: allowedTopics, value: 'orders,parts' }]
scopes: [cart, stock]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: protected }
spec:
  type: pubsub.in-memory
  version: v1
  metadata: [{ name: publishingScopes, value: 'cart=orders' }, { name: protectedTopics, value: orders }]
scopes: [cart, stock]
`,
    },
  ],
  check(model, report) {
    for (const component of model.components.filter(({ category }) => category === 'pubsub')) {
      const allowed = topicsOf(component, 'allowedTopics');
      const isProtecting = topicsOf(component, 'protectedTopics').size > 0;
      for (const scope of TOPIC_SCOPES) {
        const item = itemNamed(component, scope);
        const items = scopeItems(component, scope).filter(({ app }) => app !== undefined && app !== '');
        if (item === undefined || items.length === 0) {
          continue;
        }
        const named = new Set(items.map(({ app }) => app!));
        const apps = new Set(component.scopes ?? model.appsThatSee(component).map(({ id }) => id));
        for (const app of named) {
          if (component.scopes !== undefined && !isInScope(component, app)) {
            const meant = didYouMean(
              app,
              [...apps].filter((id) => !named.has(id) || app !== id),
            );
            report.add(component.manifest, item.path, `${scope} names '${app}', which does not see the component${meant}`);
          }
        }
        for (const app of isProtecting ? [] : apps) {
          if (!named.has(app)) {
            const message = `${scope} does not name '${app}', which may therefore use every topic`;
            report.add(component.manifest, item.path, message, { severity: 'info' });
          }
        }
        for (const { app, topics } of allowed.size === 0 ? [] : items) {
          for (const topic of topics.filter((name) => name !== '' && !allowed.has(name))) {
            report.add(component.manifest, item.path, `${scope} gives '${topic}' to '${app}', which allowedTopics does not list`);
          }
        }
      }
    }
  },
};
