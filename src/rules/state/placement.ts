import { itemNamed } from '../model/component';
import { annotation, App } from '../model/workload';
import type { Rule } from '../rule';
import { isActorStateStore } from './actor-state-store';

export const placement: Rule = {
  id: 'DAPR083',
  severity: 'warning',
  title: 'An actor state store for applications without placement',
  why: 'With an empty placement address a sidecar has no actors at all, so it does not look at actorStateStore.',
  fix: 'Remove the annotation dapr.io/placement-host-address, or actorStateStore from the component.',
  source: 'pkg/runtime/processor/state/state.go Init; pkg/injector/patcher/sidecar.go setFromAnnotations',
  facts: ['R075'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'true' }] }
scopes: [cart]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart }
      annotations: { dapr.io/enabled: 'true', dapr.io/app-id: cart, dapr.io/placement-host-address: '' }
    spec: { containers: [{ name: cart, image: cart }] }
`,
      says: ["actorStateStore has no effect: 'cart' has no placement address, and no other application sees 'statestore'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [{ name: actorStateStore, value: 'true' }] }
scopes: [cart]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: cart } }
    spec: { containers: [{ name: cart, image: cart }] }
`,
    },
  ],
  check(model, report) {
    for (const component of model.components.filter(isActorStateStore)) {
      const { scopes } = component;
      if (scopes === undefined && !model.complete) {
        continue;
      }
      const apps = model.appsThatSee(component);
      const known = new Set(apps.map(({ id }) => id));
      if (apps.length === 0 || !apps.every(isWithoutPlacement) || !(scopes ?? []).every((id) => known.has(id))) {
        continue;
      }
      const who = [...known].map((id) => `'${id}'`).join(', ');
      const has = known.size === 1 ? 'has' : 'have';
      report.add(
        component.manifest,
        itemNamed(component, 'actorStateStore')!.path,
        `actorStateStore has no effect: ${who} ${has} no placement address, and no other application sees '${component.name}'`,
      );
    }
  },
};

function isWithoutPlacement({ workload }: App): boolean {
  const address = workload === undefined ? undefined : annotation(workload.annotations, 'dapr.io/placement-host-address');
  return address !== undefined && address.replace(/^["']+|["']+$/g, '').trim() === '';
}
