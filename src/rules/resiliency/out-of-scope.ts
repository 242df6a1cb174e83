import type { Component } from '../model/component';
import type { Model } from '../model/model';
import type { Resource } from '../model/resource';
import { isInScope } from '../model/visibility';
import { mayShareNamespace } from '../model/manifest';
import { pubsubsOf, subscribersOf, subscriptionsOf } from '../pubsub/subscription';
import { isMapping } from '../read';
import type { Rule } from '../rule';
import { isDefaultName } from './names';
import { policiesOf, POLICY_KINDS, targetsOf } from './policies';

export const outOfScope: Rule = {
  id: 'DAPR251',
  severity: 'warning',
  title: 'Policies that the application in question does not see',
  why: 'A sidecar reads a Resiliency only where its application is in the scopes. The inbound policies of a component hold in the sidecar that hands a message over, so scopes that name the applications that publish leave those that subscribe without: their sidecars do not try a message again that fails. Policies of a component that no application of the scopes may use hold nowhere.',
  fix: 'Add the applications to the scopes of the Resiliency, or leave the scopes out.',
  source: 'pkg/resiliency/resiliency.go filterResiliencyConfigs, ComponentInboundPolicy; pkg/runtime/subscription/subscription.go New',
  facts: ['R230'],
  demand: [13, 14],
  bad: [
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: checkout }
spec:
  policies: { retries: { redeliver: { policy: constant, duration: 20ms, maxRetries: 3 } } }
  targets: { components: { bus: { inbound: { retry: redeliver } } } }
scopes: [checkout]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: bus }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: bus, topic: orders, routes: { default: /orders } }
scopes: [shipping, notification]
`,
      says: ["the inbound policies of 'bus' are for 'checkout', but 'notification' and 'shipping' subscribe, and have none"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: checkout }
spec:
  policies: { timeouts: { short: 500ms } }
  targets: { components: { carts: { outbound: { timeout: short } } } }
scopes: [checkout]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: carts }
spec: { type: state.in-memory, version: v1, metadata: [] }
scopes: [cart]
`,
      says: ["the policies of 'carts' are for 'checkout', but only 'cart' may use it"],
    },
  ],
  good: [
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shipping }
spec:
  policies: { retries: { redeliver: { policy: constant, duration: 20ms, maxRetries: 3 } } }
  targets: { components: { bus: { inbound: { retry: redeliver } } } }
scopes: [shipping]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: bus }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
scopes: [checkout, shipping]
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: bus, topic: orders, routes: { default: /orders } }
scopes: [shipping]
`,
    },
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: checkout }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { components: { bus: { inbound: { timeout: short } } } }
scopes: [checkout]
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shipping }
spec:
  policies: { timeouts: { DefaultPubsubComponentInboundTimeoutPolicy: 5s } }
  targets: {}
scopes: [shipping]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: bus }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: bus, topic: orders, routes: { default: /orders } }
scopes: [shipping]
`,
    },
  ],
  check(model, report) {
    const subscribers = subscribersByPubsub(model);
    const covers = coverage(model);
    for (const resource of model.resiliencies) {
      const { scopes, manifest } = resource;
      for (const { kind, name, body, path } of targetsOf(resource)) {
        if (kind !== 'components' || scopes === undefined) {
          continue;
        }
        const components = model.componentsNamed(name, resource);
        const users = components.flatMap((component) => component.scopes ?? scopes);
        if (components.length > 0 && !users.some((id) => scopes.includes(id))) {
          report.add(manifest, path, `the policies of '${name}' are for ${words(scopes)}, but only ${words(users)} may use it`);
        } else if (isMapping(body.inbound)) {
          const ids = components.flatMap((component) => [...(subscribers.get(component) ?? [])]);
          const without = ids.filter((id) => !covers(resource, name, id));
          // An application may subscribe in its code, where no manifest shows it.
          if (without.length > 0 && !ids.some((id) => scopes.includes(id))) {
            const [subscribe, have] = new Set(without).size === 1 ? ['subscribes', 'has'] : ['subscribe', 'have'];
            const message = `the inbound policies of '${name}' are for ${words(scopes)}, but ${words(without)} ${subscribe}, and ${have} none`;
            report.add(manifest, [...path, 'inbound'], message, { outside: 'info' });
          }
        }
      }
    }
  },
};

/** The applications that a Subscription is for, by its component. */
function subscribersByPubsub(model: Model): ReadonlyMap<Component, ReadonlySet<string>> {
  const found = new Map<Component, Set<string>>();
  for (const subscription of subscriptionsOf(model)) {
    for (const component of pubsubsOf(model, subscription)) {
      const ids = found.get(component) ?? new Set<string>();
      found.set(component, ids);
      subscribersOf(model, subscription).forEach((id) => isInScope(component, id) && ids.add(id));
    }
  }
  return found;
}

/** Whether an application has policies for a component, of its own or by default. */
function coverage({ resiliencies }: Model): (from: Resource, component: string, id: string) => boolean {
  const all = resiliencies.map((resource) => ({
    resource,
    targets: new Set(targetsOf(resource).flatMap(({ kind, name }) => (kind === 'components' ? [name] : []))),
    defaults: POLICY_KINDS.some((kind) => policiesOf(resource, kind).some(({ name }) => isDefaultName(kind, name))),
  }));
  return (from, component, id) =>
    all.some(
      ({ resource, targets, defaults }) =>
        (defaults || targets.has(component)) && mayShareNamespace(resource, from) && isInScope(resource, id),
    );
}

function words(ids: readonly string[]): string {
  return [...new Set(ids)]
    .sort()
    .map((id) => `'${id}'`)
    .join(' and ');
}
