import { didYouMean } from '../../private/nearest';
import { pathText } from '../read';
import type { Rule } from '../rule';
import { DefinedPolicies } from './merged';
import { BUILT_IN_RETRIES, isBuiltInRetry } from './names';
import { policiesOf, POLICY_KINDS, Use, usesOf, WORD } from './policies';

export const undefinedPolicy: Rule = {
  id: 'DAPR139',
  severity: 'error',
  title: 'A target that names a policy nobody defines',
  why: 'Nothing is logged. The target has no such timeout or retry, and not the default policies either, which hold only without a target. Where a component names a missing circuit breaker, each of its calls panics: over HTTP the connection is cut, over gRPC the sidecar ends.',
  fix: 'Name a policy of spec.policies, or define it; one of another Resiliency counts where the same application sees both.',
  source:
    'pkg/resiliency/resiliency.go EndpointPolicy, ActorPreLockPolicy, ActorPostLockPolicy, ComponentOutboundPolicy, circuitBreakerInstances.Get',
  facts: ['R132', 'R133', 'R134', 'R139'],
  demand: [14],
  symptoms: [/invalid memory address or nil pointer dereference[\s\S]*circuitBreakerInstances/],
  bad: [
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries: { important: { policy: constant, duration: 2s, maxRetries: 10 } }
    circuitBreakers: { simple: { trip: consecutiveFailures > 8 } }
  targets:
    apps: { orders: { retry: importnat, circuitBreaker: simpel } }
    components: { statestore: { outbound: { circuitBreaker: sturdy } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      says: [
        "the circuit breaker 'simpel' is not defined, so apps.orders has none; did you mean 'simple'?",
        "the retry 'importnat' is not defined, so apps.orders is never tried again; did you mean 'important'?",
        "the circuit breaker 'sturdy' is not defined, so each call of components.statestore.outbound panics, and one over gRPC ends the sidecar",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: {}
  targets:
    actors: { OrderActor: { timeout: short } }
`,
      says: ["the timeout 'short' is not defined, so actors.OrderActor has no time limit"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: policies }
scopes: [billing]
spec: { policies: { timeouts: { short: 1s } }, targets: {} }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: targets }
scopes: [orders]
spec: { policies: {}, targets: { apps: { billing: { timeout: short } } } }
`,
      says: ["the timeout 'short' is not defined, so apps.billing has no time limit"],
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
    retries: { important: { policy: constant, duration: 2s, maxRetries: 10 } }
  targets: { apps: { orders: { timeout: short, retry: important }, billing: { retry: DaprBuiltInServiceRetries } } }
`,
    },
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: policies }
spec: { policies: { timeouts: { short: 1s } }, targets: {} }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: targets }
scopes: [orders]
spec: { policies: {}, targets: { apps: { "https://api.example.com": { timeout: short } } } }
`,
    },
  ],
  check(model, report) {
    const defined = new DefinedPolicies(model);
    for (const resource of model.resiliencies) {
      const own = new Set(POLICY_KINDS.flatMap((kind) => policiesOf(resource, kind).map(({ name }) => `${kind}/${name}`)));
      for (const use of usesOf(resource)) {
        if (
          own.has(`${use.kind}/${use.name}`) ||
          defined.has(use.kind, use.name, resource) ||
          (use.kind === 'retries' && isBuiltInRetry(use.name))
        ) {
          continue;
        }
        const names = policiesOf(resource, use.kind).map(({ name }) => name);
        const hint = didYouMean(use.name, use.kind === 'retries' ? [...names, ...BUILT_IN_RETRIES] : names);
        report.add(resource.manifest, use.path, `the ${WORD[use.kind]} '${use.name}' is not defined, so ${effect(use)}${hint}`, {
          outside: 'warning',
        });
      }
    }
  },
};

function effect({ kind, target, path }: Use): string {
  const where = pathText(path.slice(2, -1));
  if (kind === 'timeouts') {
    return `${where} has no time limit`;
  }
  if (kind === 'retries') {
    return `${where} is never tried again`;
  }
  return target.kind === 'components' ? `each call of ${where} panics, and one over gRPC ends the sidecar` : `${where} has none`;
}
