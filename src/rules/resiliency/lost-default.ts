import type { Model } from '../model/model';
import type { Resource } from '../model/resource';
import { isMapping, text } from '../read';
import type { Rule } from '../rule';
import { addTo, seenTogether } from './merged';
import { isDefaultName } from './names';
import { DIRECTIONS, policiesOf, POLICY_KINDS, PolicyTarget, targetsOf } from './policies';

export const lostDefault: Rule = {
  id: 'DAPR143',
  severity: 'info',
  title: 'A target that takes defaults away',
  why: "A target takes the place of everything that would hold without it: Dapr's own retries of calls to an application or actor, and the default policies of a component in both directions.",
  fix: 'Name in the target what is to hold, e.g. a retry, or the other direction too.',
  source:
    'pkg/messaging/direct_messaging.go invokeWithRetry; pkg/actors/router/router.go; pkg/resiliency/resiliency.go ComponentInboundPolicy',
  facts: ['R132', 'R138', 'R142'],
  demand: [13],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { apps: { orders: { timeout: short } }, actors: { OrderActor: { timeout: short } } }
`,
      says: [
        "the target 'OrderActor' has no retry, so a call is over when the actor is not found: without a target Dapr repeats it five times",
        "the target 'orders' has no retry, so a call is over when the other sidecar is away: without a target Dapr repeats it three times",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    timeouts: { short: 1s }
    retries: { DefaultPubsubComponentInboundRetryPolicy: { policy: constant, duration: 5s, maxRetries: 3 } }
  targets: { components: { pubsub: { outbound: { timeout: short } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
`,
      says: ["the target 'pubsub' names nothing inbound, so 'DefaultPubsubComponentInboundRetryPolicy' does not hold for it"],
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
    timeouts: { short: 1s }
    retries:
      DefaultPubsubComponentInboundRetryPolicy: { policy: constant, duration: 5s, maxRetries: 3 }
      important: { policy: constant, duration: 2s, maxRetries: 10 }
  targets:
    apps: { orders: { timeout: short, retry: important } }
    components:
      pubsub: { outbound: { timeout: short }, inbound: { retry: important } }
      statestore: { outbound: { timeout: short } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
    },
  ],
  check(model, report) {
    const defaults = defaultsOf(model);
    for (const resource of model.resiliencies) {
      for (const target of targetsOf(resource)) {
        const { kind, name, body, path } = target;
        if (kind !== 'components') {
          if ((text(body.retry) ?? '') === '') {
            report.add(resource.manifest, path, `the target '${name}' has no retry, so ${LOST_RETRIES[kind]}`);
          }
          continue;
        }
        for (const direction of DIRECTIONS.filter((one) => !isMapping(body[one]))) {
          const lost = lostBy(model, resource, target, direction).find((one) =>
            (defaults.get(one) ?? []).some((owner) => seenTogether(owner, resource)),
          );
          if (lost !== undefined) {
            report.add(resource.manifest, path, `the target '${name}' names nothing ${direction}, so '${lost}' does not hold for it`);
          }
        }
      }
    }
  },
};

/** What Dapr does by itself where there is no target. */
const LOST_RETRIES = {
  apps: 'a call is over when the other sidecar is away: without a target Dapr repeats it three times',
  actors: 'a call is over when the actor is not found: without a target Dapr repeats it five times',
};

/** The default policies that are defined, and where. */
function defaultsOf({ resiliencies }: Model): Map<string, Resource[]> {
  const defaults = new Map<string, Resource[]>();
  for (const resource of resiliencies) {
    for (const kind of POLICY_KINDS) {
      for (const { name } of policiesOf(resource, kind)) {
        if (isDefaultName(kind, name)) {
          addTo(defaults, name, resource);
        }
      }
    }
  }
  return defaults;
}

/** What a default for each category of component begins with. */
const TYPES: { readonly [category: string]: string } = {
  bindings: 'Binding',
  configuration: 'Configuration',
  conversation: 'Conversation',
  crypto: 'Crypto',
  lock: 'Lock',
  pubsub: 'Pubsub',
  secretstores: 'Secretstore',
  state: 'Statestore',
};
const DELIVERING = ['bindings', 'pubsub'];

/** The names of the defaults that would hold for a component in a direction, the most precise first. */
function lostBy(model: Model, resource: Resource, target: PolicyTarget, direction: (typeof DIRECTIONS)[number]): string[] {
  const [component] = model.componentsNamed(target.name, resource);
  const type = component === undefined ? undefined : TYPES[component.category];
  if (type === undefined || (direction === 'inbound' && !DELIVERING.includes(component.category))) {
    return [];
  }
  const towards = direction === 'inbound' ? 'Inbound' : 'Outbound';
  return [`${type}Component${towards}`, `Component${towards}`, 'Component', ''].flatMap((covers) =>
    ['Timeout', 'Retry', 'CircuitBreaker'].map((kind) => `Default${covers}${kind}Policy`),
  );
}
