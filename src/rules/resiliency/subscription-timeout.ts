import type { Component } from '../model/component';
import type { Resource } from '../model/resource';
import { at, text, type Path } from '../read';
import type { Rule } from '../rule';
import { addTo, seenTogether } from './merged';
import { millisecondsOf, policiesOf, targetsOf } from './policies';

/** The default timeouts of a configuration store, the most specific first: only that one counts. */
const DEFAULTS = ['ConfigurationComponentOutbound', 'ComponentOutbound', 'Component', ''].map((level) => `Default${level}TimeoutPolicy`);

export const subscriptionTimeout: Rule = {
  id: 'DAPR250',
  severity: 'warning',
  title: 'An outbound timeout that ends subscriptions to configuration',
  why: 'Dapr holds a subscription to a configuration store as it holds a call, and ends what belongs to a call with a timeout when the call returns. That is as soon as the subscription is made, however long the timeout: the application gets its id, and never a change, and nothing is logged.',
  fix: 'Leave the timeout out of the target. Where a default one would hold, give the store a target of its own without a timeout.',
  source:
    'pkg/resiliency/policy.go NewRunnerWithOptions; pkg/api/http/http.go onSubscribeConfiguration; pkg/api/grpc/grpc.go subscribeConfiguration',
  facts: ['R229'],
  demand: [14],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { general: 10s } }
  targets: { components: { settings: { outbound: { timeout: general } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: settings }
spec: { type: configuration.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }] }
`,
      says: ["the timeout 'general' ends each subscription to 'settings' as soon as it is made, so no change arrives"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: defaults }
spec:
  policies: { timeouts: { DefaultTimeoutPolicy: 0s, DefaultComponentTimeoutPolicy: 15s } }
  targets: {}
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: settings }
spec: { type: configuration.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }] }
`,
      says: [
        "the timeout 'DefaultComponentTimeoutPolicy' ends each subscription to 'settings' as soon as it is made, so no change arrives",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    timeouts: { general: 10s, DefaultTimeoutPolicy: 15s }
    retries: { important: { policy: constant, duration: 1s, maxRetries: 3 } }
  targets:
    components:
      settings: { outbound: { retry: important }, inbound: { timeout: general } }
      statestore: { outbound: { timeout: general } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: settings }
spec: { type: configuration.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: defaults }
spec:
  policies: { timeouts: { DefaultConfigurationComponentOutboundTimeoutPolicy: 0s, DefaultComponentTimeoutPolicy: 15s } }
  targets: {}
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: settings }
spec: { type: configuration.redis, version: v1, metadata: [{ name: redisHost, value: "redis:6379" }] }
`,
    },
  ],
  check(model, report) {
    const stores = model.components.filter(({ category }) => category === 'configuration');
    if (stores.length === 0) {
      return;
    }
    const timeouts = new Map<string, Timeout[]>();
    const targets = new Map<string, Target[]>();
    for (const owner of model.resiliencies) {
      for (const { name, value, path } of policiesOf(owner, 'timeouts')) {
        addTo(timeouts, name, { owner, path, name, ends: (millisecondsOf(value) ?? 0) > 0 });
      }
      for (const { kind, name, body, path } of targetsOf(owner)) {
        if (kind === 'components') {
          addTo(targets, name, { owner, path: [...path, 'outbound', 'timeout'], timeout: text(at(body, 'outbound', 'timeout')) });
        }
      }
    }
    for (const store of stores) {
      const own = (targets.get(store.name) ?? []).filter(({ owner }) => seenTogether(owner, store));
      for (const { owner, path, timeout = '' } of own) {
        const ends = (timeouts.get(timeout) ?? []).some((one) => one.ends && seenTogether(one.owner, owner));
        if (ends) {
          report.add(owner.manifest, path, messageOf(timeout, store));
        }
      }
      if (own.length === 0) {
        const seen = DEFAULTS.map((name) => (timeouts.get(name) ?? []).filter(({ owner }) => seenTogether(owner, store)));
        for (const { owner, path, name, ends } of seen.find(({ length }) => length > 0) ?? []) {
          if (ends) {
            report.add(owner.manifest, path, messageOf(name, store));
          }
        }
      }
    }
  },
};

interface Timeout {
  readonly owner: Resource;
  readonly path: Path;
  readonly name: string;
  /** Zero or less takes the limit away, and with it what ends the subscription. */
  readonly ends: boolean;
}

interface Target {
  readonly owner: Resource;
  readonly path: Path;
  readonly timeout: string | undefined;
}

function messageOf(timeout: string, { name }: Component): string {
  return `the timeout '${timeout}' ends each subscription to '${name}' as soon as it is made, so no change arrives`;
}
