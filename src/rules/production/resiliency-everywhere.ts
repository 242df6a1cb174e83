import { mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import type { Resource } from '../model/resource';
import { at, mapping } from '../read';
import type { Rule } from '../rule';
import { component, deployment, resiliency } from './examples';
import { isCalled, nameOf, sidecars } from './sidecars';

/** The building blocks whose calls go through policies. */
const GUARDED = ['state', 'pubsub', 'bindings', 'secretstores', 'configuration', 'lock', 'crypto', 'conversation'];

/** The names by which a policy applies to what no target names. */
const DEFAULT_OF = {
  apps: /^Default(App)?(Retry|Timeout|CircuitBreaker)Policy$/,
  components: /^Default(\w*Component\w*)?(Retry|Timeout|CircuitBreaker)Policy$/,
};

const STORE = component('type: state.in-memory, version: v1, metadata: []');
const TIMEOUT = '  policies: { timeouts: { short: 2s } }';

export const resiliencyEverywhere: Rule = {
  id: 'DAPR232',
  severity: 'warning',
  title: 'Calls without a policy of your own',
  why: 'Without one, a call waits as long as the other side takes, and each caller goes on calling what has failed already: one slow store or application slows down all who use it.',
  fix: 'Name it among the targets of a Resiliency, with a timeout and a circuit breaker, or give policies the names of defaults, e.g. DefaultTimeoutPolicy.',
  source: 'pkg/resiliency/resiliency.go getDefaultPolicy; https://docs.dapr.io/operations/resiliency/policies/default-policies/',
  facts: [],
  demand: [14],
  bad: [
    {
      yaml: [STORE, deployment(), resiliency(`${TIMEOUT}\n  targets: { apps: { checkout: { timeout: short } } }`)].join('---'),
      says: ["no Resiliency has a policy for the component 'store'", "no Resiliency has a policy for calls of 'orders'"],
    },
  ],
  good: [
    {
      yaml: [
        STORE,
        deployment(),
        resiliency(
          `${TIMEOUT}\n  targets: { apps: { orders: { timeout: short } }, components: { store: { outbound: { timeout: short } } } }`,
        ),
      ].join('---'),
    },
    { yaml: [STORE, deployment(), resiliency('  policies: { timeouts: { DefaultTimeoutPolicy: 2s } }\n  targets: {}')].join('---') },
    {
      yaml: [
        STORE,
        deployment(),
        resiliency(
          '  policies: { timeouts: { DefaultAppTimeoutPolicy: 2s }, retries: { DefaultStatestoreComponentOutboundRetryPolicy: { policy: constant, maxRetries: 3 } } }\n  targets: {}',
        ),
      ].join('---'),
    },
  ],
  check(model, report) {
    const targets = { apps: covered(model, 'apps'), components: covered(model, 'components') };
    for (const { manifest, name, namespace, category } of model.components) {
      if (GUARDED.includes(category) && !targets.components(name, namespace)) {
        report.add(manifest, [], `no Resiliency has a policy for the component '${name}'`, { outside: 'info' });
      }
    }
    for (const workload of sidecars(model).filter(isCalled)) {
      if (!targets.apps(nameOf(workload), workload.namespace)) {
        report.add(workload.manifest, [], `no Resiliency has a policy for calls of '${nameOf(workload)}'`, { outside: 'info' });
      }
    }
  },
};

/** Whether a target of a name, or a default, is there for what lives in a namespace. */
function covered({ resiliencies }: Model, kind: 'apps' | 'components'): (name: string, namespace: string | undefined) => boolean {
  const withDefault = resiliencies.filter(({ spec }) =>
    ['retries', 'timeouts', 'circuitBreakers'].some((policies) =>
      Object.keys(mapping(at(spec, 'policies', policies))).some((name) => DEFAULT_OF[kind].test(name)),
    ),
  );
  const byTarget = new Map<string, Resource[]>();
  for (const resource of resiliencies) {
    Object.keys(mapping(at(resource.spec, 'targets', kind))).forEach((name) =>
      byTarget.set(name, [...(byTarget.get(name) ?? []), resource]),
    );
  }
  return (name, namespace) =>
    [...withDefault, ...(byTarget.get(name) ?? [])].some((resource) => mayShareNamespace(resource, { namespace }));
}
