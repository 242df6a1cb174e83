import type { Model } from '../model/model';
import { isAppliedTogether, isInScope } from '../model/visibility';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { pubsubsOf, Subscription, subscriptionsOf } from './subscription';
import { pubsubSuggestion } from './suggestion';

export const subscriptionPubsub: Rule = {
  id: 'DAPR099',
  severity: 'error',
  title: 'A Subscription to a pub/sub component that is not there',
  why: 'A sidecar goes through its pub/sub components and looks for their subscriptions. A Subscription that names none of them waits for ever, without a word.',
  fix: 'Write the name of a pub/sub component of the same namespace that the subscribing applications see.',
  source:
    'pkg/runtime/processor/subscriber/subscriber.go StartAppSubscriptions; pkg/runtime/processor/subscriptions.go scopeFilterSubscriptions',
  facts: ['R099', 'R100'],
  demand: [11, 15],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pub-sub, topic: orders, routes: { default: /orders } }
`,
      says: ["there is no pub/sub component 'pub-sub'; did you mean 'pubsub'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: store }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: store, topic: orders, routes: { default: /orders } }
`,
      says: ["'store' is a state.in-memory, not a pub/sub component"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
scopes: [cart]
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
scopes: [stock]
`,
      says: ["'stock' does not see the pub/sub component 'pubsub', whose scopes are cart"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub, namespace: brokers }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders, namespace: shop }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
`,
      says: ["there is no pub/sub component 'pubsub' in namespace shop: the one in brokers is not seen from there"],
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: broker, topic: orders, routes: { default: /orders } }
`,
      complete: true,
      says: ["there is no pub/sub component 'broker'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
scopes: [cart, stock]
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders } }
scopes: [stock]
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: elsewhere }
spec: { pubsubname: broker-of-another-team, topic: orders, routes: { default: /orders } }
`,
    },
  ],
  check(model, report) {
    const suggest = pubsubSuggestion(model);
    for (const subscription of subscriptionsOf(model)) {
      if (subscription.pubsubName === '') {
        continue;
      }
      const pubsubs = pubsubsOf(model, subscription);
      if (pubsubs.length === 0) {
        reportUnknown(model, report, subscription, suggest);
        continue;
      }
      const { scopes = [], manifest } = subscription;
      const blind = scopes.filter((appId) => !pubsubs.some((component) => isInScope(component, appId)));
      for (const appId of blind) {
        const seenBy = [...new Set(pubsubs.flatMap((component) => component.scopes ?? []))].slice(0, 5).join(', ');
        const message = `'${appId}' does not see the pub/sub component '${subscription.pubsubName}', whose scopes are ${seenBy}`;
        const isCertain = blind.length === scopes.length && pubsubs.length === 1 && isAppliedTogether(pubsubs[0], subscription);
        report.add(manifest, ['scopes'], message, {
          severity: isCertain ? undefined : 'warning',
          fix: `Add ${appId} to the scopes of the component, or take it out of the scopes of the Subscription.`,
        });
      }
    }
  },
};

function reportUnknown(model: Model, report: Report, subscription: Subscription, suggest: ReturnType<typeof pubsubSuggestion>): void {
  const { pubsubName: name, manifest } = subscription;
  const path = ['spec', 'pubsubname'];
  const [other] = model.componentsNamed(name, subscription);
  if (other !== undefined) {
    if (other.facts !== undefined && !/^pubsub\./i.test(other.type)) {
      report.add(manifest, path, `'${name}' is a ${other.type}, not a pub/sub component`, {
        outside: isAppliedTogether(other, subscription) ? undefined : 'warning',
      });
    }
    return;
  }
  const [elsewhere] = (model.componentsByName.get(name) ?? []).filter(({ category }) => category === 'pubsub');
  if (elsewhere !== undefined) {
    const message = `there is no pub/sub component '${name}' in namespace ${subscription.namespace}: the one in ${elsewhere.namespace} is not seen from there`;
    report.add(manifest, path, message, { outside: 'warning' });
    return;
  }
  const meant = suggest(name, subscription);
  report.add(manifest, path, `there is no pub/sub component '${name}'${meant}`, { outside: meant === '' ? 'silent' : 'warning' });
}
