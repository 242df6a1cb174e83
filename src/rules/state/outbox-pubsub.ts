import { Component, MetadataItem } from '../model/component';
import type { Model } from '../model/model';
import { isAppliedTogether, isInScope } from '../model/visibility';
import { pubsubSuggestion } from '../pubsub/suggestion';
import { scopedTopics, topicsOf, whyNot } from '../pubsub/topics';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { Outbox, outboxOf } from './outbox';

export const outboxPubsub: Rule = {
  id: 'DAPR091',
  severity: 'error',
  title: 'An outbox whose pub/sub component cannot be used',
  why: 'The sidecar publishes each message of the outbox twice: to a topic of its own, named after namespace, application and topic with outbox at the end, and then to yours. Where the component is not loaded or refuses a topic, the transaction fails.',
  fix: 'Name a pub/sub component that sees the same applications, and let its scopes allow both topics.',
  source: 'pkg/runtime/pubsub/outbox.go SubscribeToInternalTopics, outboxTopic',
  facts: ['R088'],
  symptoms: [/could not subscribe to internal outbox topic: outbox pubsub \S+ not loaded/, /error while publishing outbox message/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: outboxPublishPubsub, value: pubsbu }, { name: outboxPublishTopic, value: orders }]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
`,
      says: ["there is no pub/sub component 'pubsbu'; did you mean 'pubsub'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: outboxPublishPubsub, value: pubsub }, { name: outboxPublishTopic, value: orders }]
scopes: [cart]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
scopes: [stock]
`,
      says: ["'cart' sees this store but not its pub/sub component 'pubsub'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: outboxPublishPubsub, value: pubsub }, { name: outboxPublishTopic, value: orders }]
scopes: [cart]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: publishingScopes, value: cart=orders }] }
`,
      says: ["'cart' may not publish to its internal topic '<namespace>cartordersoutbox': publishingScopes of 'pubsub' does not allow it"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata:
    - { name: outboxPublishPubsub, value: pubsub }
    - { name: outboxPublishTopic, value: orders }
    - { name: outboxPubsub, value: internal }
scopes: [cart]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: allowedTopics, value: parts }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: internal }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
`,
      says: ["'cart' may not publish to 'orders': allowedTopics of 'pubsub' does not list it"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec:
  type: state.in-memory
  version: v1
  metadata: [{ name: outboxPublishPubsub, value: pubsub }, { name: outboxPublishTopic, value: orders }]
scopes: [cart]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [{ name: publishingScopes, value: 'cart=orders,shopcartordersoutbox' }] }
scopes: [cart, stock]
`,
    },
  ],
  check(model, report) {
    const suggest = pubsubSuggestion(model);
    for (const store of model.components) {
      const outbox = outboxOf(store);
      if (outbox === undefined) {
        continue;
      }
      for (const item of new Set([outbox.publishPubsub, outbox.pubsub])) {
        checkPubsub({ model, report, suggest }, store, item, outbox);
      }
    }
  },
};

interface Context {
  readonly model: Model;
  readonly report: Report;
  readonly suggest: ReturnType<typeof pubsubSuggestion>;
}

function checkPubsub({ model, report, suggest }: Context, store: Component, item: MetadataItem, outbox: Outbox): void {
  const name = item.value!;
  const named = model.componentsNamed(name, store).filter(({ category }) => category === 'pubsub');
  if (named.length === 0) {
    const meant = suggest(name, store);
    report.add(store.manifest, item.path, `there is no pub/sub component '${name}'${meant}`, {
      outside: meant === '' ? 'silent' : 'warning',
    });
    return;
  }
  const apps = new Set(store.scopes ?? model.appsThatSee(store).map(({ id }) => id));
  for (const appId of apps) {
    const seen = named.filter((component) => isInScope(component, appId));
    if (seen.length === 0) {
      report.add(store.manifest, item.path, `'${appId}' sees this store but not its pub/sub component '${name}'`, {
        outside: named.length === 1 && isAppliedTogether(named[0], store) && store.scopes !== undefined ? undefined : 'warning',
      });
    }
    if (seen.length !== 1) {
      continue;
    }
    const outside = isAppliedTogether(seen[0], store) && store.scopes !== undefined ? undefined : 'warning';
    const topic = outbox.publishTopic.value!;
    const reason = item === outbox.publishPubsub ? whyNot(seen[0], appId, topic, 'publishingScopes') : undefined;
    if (reason !== undefined) {
      report.add(store.manifest, outbox.publishTopic.path, `'${appId}' may not publish to '${topic}': ${reason}`, { outside });
    }
    if (item !== outbox.pubsub) {
      continue;
    }
    const ending = `${appId}${topic}outbox`;
    const refusing = [
      { key: 'allowedTopics', topics: topicsOf(seen[0], 'allowedTopics') },
      { key: 'publishingScopes', topics: scopedTopics(seen[0], appId, 'publishingScopes') },
    ].find(({ topics }) => topics.size > 0 && ![...topics].some((topic) => topic.endsWith(ending)));
    if (refusing !== undefined) {
      const message = `'${appId}' may not publish to its internal topic '<namespace>${ending}': ${refusing.key} of '${name}' does not allow it`;
      report.add(store.manifest, item.path, message, { outside });
    }
  }
}
