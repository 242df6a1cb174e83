import { itemNamed, type Component } from '../model/component';
import { isMapping } from '../read';
import type { Rule } from '../rule';
import { targetsOf } from './policies';

/** A configuration store looks at them when it tells the application of a change over HTTP. */
const DELIVERING = ['pubsub', 'bindings', 'configuration'];

export const inbound: Rule = {
  id: 'DAPR147',
  severity: 'warning',
  title: 'Inbound policies of a component that delivers nothing',
  why: 'Inbound policies hold while the sidecar hands the application a message, an event or a change. Only pub/sub components, input bindings and configuration stores do that; elsewhere nobody looks at them.',
  fix: 'Write outbound, which holds for every call of a component.',
  source:
    'pkg/runtime/subscription/subscription.go; pkg/runtime/processor/binding/send.go; pkg/api/http/http.go; pkg/resiliency/resiliency.go ComponentInboundPolicy',
  facts: ['R144'],
  demand: [13, 14],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { components: { statestore: { inbound: { timeout: short } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      says: ["inbound policies never apply to 'statestore': state.in-memory delivers nothing to an application; did you mean 'outbound'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets: { components: { mail: { inbound: { timeout: short }, outbound: { timeout: short } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: mail }
spec: { type: bindings.smtp, version: v1, metadata: [{ name: host, value: mail.example.com }, { name: port, value: "25" }] }
`,
      says: ["inbound policies never apply to 'mail': bindings.smtp delivers nothing to an application"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { short: 1s } }
  targets:
    components:
      pubsub: { inbound: { timeout: short }, outbound: { timeout: short } }
      timer: { inbound: { timeout: short } }
      elsewhere: { inbound: { timeout: short } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: timer }
spec: { type: bindings.cron, version: v1, metadata: [{ name: schedule, value: "@every 10s" }] }
`,
    },
  ],
  check(model, report) {
    const idle = new Map<string, string | undefined>();
    for (const resource of model.resiliencies) {
      for (const { kind, name, body, path } of targetsOf(resource)) {
        if (kind !== 'components' || !isMapping(body.inbound) || Object.keys(body.inbound).length === 0) {
          continue;
        }
        const key = `${name}/${resource.namespace ?? ''}`;
        if (!idle.has(key)) {
          idle.set(key, idleType(model.componentsNamed(name, resource)));
        }
        const type = idle.get(key);
        if (type !== undefined) {
          const hint = isMapping(body.outbound) ? '' : "; did you mean 'outbound'?";
          const message = `inbound policies never apply to '${name}': ${type} delivers nothing to an application${hint}`;
          report.add(resource.manifest, [...path, 'inbound'], message);
        }
      }
    }
  },
};

/** The type of components that deliver nothing. */
function idleType(components: readonly Component[]): string | undefined {
  return components.some(mayDeliver) ? undefined : components[0]?.type;
}

/** Whether a component delivers something, as far as anyone can tell. */
function mayDeliver(component: Component): boolean {
  if (component.category !== 'bindings') {
    return DELIVERING.includes(component.category);
  }
  const direction = itemNamed(component, 'direction');
  const onlyOutput = direction?.late !== true && /^\s*output\s*$/i.test(direction?.value ?? '');
  return !onlyOutput && component.facts?.directions?.includes('input') !== false;
}
