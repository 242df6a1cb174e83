import type { Model } from '../model/model';
import type { Resource } from '../model/resource';
import { NearMisses } from '../near-miss';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { PolicyTarget, targetsOf } from './policies';

export const targetName: Rule = {
  id: 'DAPR142',
  severity: 'error',
  title: 'A target that nothing has the name of',
  why: 'Dapr looks a target up by the very text that a call uses: an app id, an HTTPEndpoint or a URL under apps, the name of a component under components. It does not check that there is one, so the policies just never apply.',
  fix: 'Write the name that callers use, under the kind of thing that it is.',
  source: 'pkg/resiliency/resiliency.go EndpointPolicy, ComponentOutboundPolicy; pkg/api/http/directmessaging.go onDirectMessage',
  facts: ['R137', 'R223', 'R224'],
  demand: [14],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets:
    apps: { statestore: { timeout: short } }
    components: { statestor: { outbound: { timeout: short } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      says: [
        "'statestore' is a component: its policies stand under targets.components",
        "no component is named 'statestor'; did you mean 'statestore'?",
      ],
    },
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop, namespace: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets:
    apps:
      billing: { timeout: short }
      orders.shop: { timeout: short }
      orders.shop.svc.cluster.local: { timeout: short }
    components:
      orders: { outbound: { timeout: short } }
      cache: { outbound: { timeout: short } }
      queue: { outbound: { timeout: short } }
---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  namespace: shop
  annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders }
spec: { containers: [{ name: orders, image: "orders:1" }] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: cache, namespace: other }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      says: [
        "no application and no HTTPEndpoint is called 'billing'",
        "'orders.shop' counts for calls that name the namespace too; calls of 'orders' have no policies",
        "no call has the target 'orders.shop.svc.cluster.local': expected an app id, an app id and a namespace as in 'orders.shop', an HTTPEndpoint, or a URL",
        "the component 'cache' is in the namespace 'other', the policies are in 'shop'",
        "'orders' is an application: its policies stand under targets.apps",
        "no component is named 'queue'",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { apps: { _default: { timeout: short } }, components: { "*": { outbound: { timeout: short } } } }
`,
      says: [
        "'_default' is no name for all apps: expected a policy that holds without a target, e.g. 'DefaultAppTimeoutPolicy'",
        "'*' is no name for all components: expected a policy that holds without a target, e.g. 'DefaultComponentTimeoutPolicy'",
      ],
    },
  ],
  good: [
    {
      complete: true,
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets:
    apps:
      orders: { timeout: short }
      github: { timeout: short }
      billing.finance: { timeout: short }
      https://api.example.com: { timeout: short }
    actors: { OrderActor: { timeout: short } }
    components: { statestore: { outbound: { timeout: short } }, kubernetes: { outbound: { timeout: short } } }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: "true", dapr.io/app-id: orders } }
spec: { containers: [{ name: orders, image: "orders:1" }] }
---
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: github }
spec: { baseUrl: https://api.github.com }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: "true" }] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { apps: { elsewhere: { timeout: short } }, components: { redis: { outbound: { timeout: short } } } }
`,
    },
  ],
  check(model, report) {
    const apps = new Set([...model.appsById.keys(), ...model.httpEndpoints.map(({ name }) => name)]);
    const near = { apps: new NearMisses(apps), components: new NearMisses(model.componentsByName.keys()) };
    for (const resource of model.resiliencies) {
      for (const target of targetsOf(resource).filter(({ name }) => !isUnrendered(name))) {
        if (isForAll(target)) {
          const covers = { apps: 'App', actors: 'Actor', components: 'Component' }[target.kind];
          const message = `'${target.name}' is no name for all ${target.kind}: expected a policy that holds without a target, e.g. 'Default${covers}TimeoutPolicy'`;
          report.add(resource.manifest, target.path, message, { severity: 'warning', fix: 'Give the policies the names of defaults.' });
        } else if (target.kind === 'apps') {
          checkApp(model, report, { resource, target, near: near.apps, known: apps });
        } else if (target.kind === 'components') {
          checkComponent(model, report, { resource, target, near: near.components, known: apps });
        }
      }
    }
  },
};

/** What is meant for everything, and can be the name of nothing. */
function isForAll({ kind, name }: PolicyTarget): boolean {
  return name.includes('*') || (kind === 'apps' && /^_(default|all)$/i.test(name));
}

interface Place {
  readonly resource: Resource;
  readonly target: PolicyTarget;
  readonly near: NearMisses;
  /** The app ids and HTTPEndpoints. */
  readonly known: ReadonlySet<string>;
}

function checkApp(model: Model, report: Report, { resource, target: { name, path }, near, known }: Place): void {
  const { manifest, namespace } = resource;
  const parts = name.split('.');
  if (/^https?:\/\//.test(name) || known.has(name)) {
    return;
  }
  if (parts.length > 2) {
    const message = `no call has the target '${name}': expected an app id, an app id and a namespace as in '${parts[0]}.${parts[1]}', an HTTPEndpoint, or a URL`;
    report.add(manifest, path, message, { severity: 'warning' });
  } else if (parts.length === 2) {
    const own = namespace === parts[1] && (model.appsById.get(parts[0]) ?? []).some((app) => app.namespace === namespace);
    if (own) {
      const message = `'${name}' counts for calls that name the namespace too; calls of '${parts[0]}' have no policies`;
      report.add(manifest, path, message, { severity: 'info', fix: 'Add a target for the app id alone where callers use it.' });
    }
  } else if (model.componentsNamed(name, resource).length > 0) {
    report.add(manifest, path, `'${name}' is a component: its policies stand under targets.components`, { outside: 'warning' });
  } else {
    // Where no application is here at all, nothing tells which app ids there are.
    const meant = near.find(name);
    if (meant !== undefined) {
      report.add(manifest, path, `no application and no HTTPEndpoint is called '${name}'; did you mean '${meant}'?`, {
        outside: 'warning',
      });
    } else if (model.apps.length > 0) {
      report.add(manifest, path, `no application and no HTTPEndpoint is called '${name}'`, { outside: 'silent' });
    }
  }
}

/** The secret store that every sidecar on Kubernetes has. */
const BUILT_IN = 'kubernetes';

function checkComponent(model: Model, report: Report, { resource, target: { name, path }, near, known }: Place): void {
  const { manifest, namespace } = resource;
  const meant = near.find(name);
  const [elsewhere] = model.componentsByName.get(name) ?? [];
  if (name === BUILT_IN || model.componentsNamed(name, resource).length > 0) {
    return;
  }
  if (elsewhere !== undefined) {
    const message = `the component '${name}' is in the namespace '${elsewhere.namespace}', the policies are in '${namespace}'`;
    report.add(manifest, path, message, { outside: 'warning' });
  } else if (known.has(name)) {
    report.add(manifest, path, `'${name}' is an application: its policies stand under targets.apps`, { outside: 'warning' });
  } else if (meant !== undefined) {
    report.add(manifest, path, `no component is named '${name}'; did you mean '${meant}'?`, { outside: 'warning' });
  } else if (model.components.length > 0) {
    report.add(manifest, path, `no component is named '${name}'`, { outside: 'silent' });
  }
}
