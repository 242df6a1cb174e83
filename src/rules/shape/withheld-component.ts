import { configurationOf } from '../configuration/users';
import { Component } from '../model/component';
import { Resource } from '../model/resource';
import { App } from '../model/workload';
import { at, texts } from '../read';
import type { Rule } from '../rule';

export const withheldComponent: Rule = {
  id: 'DAPR028',
  severity: 'warning',
  title: 'A component that the Configuration of its application denies',
  why: 'spec.components.deny of the Configuration wins: the sidecar leaves the component out with a warning, and the application finds no such component when it first asks for it.',
  fix: 'Take another type of component, take the application out of the scopes, or take the type out of the list.',
  source: 'pkg/runtime/authorizer/component.go IsAllowed',
  facts: ['R072'],
  symptoms: [/cannot be loaded because components of type '[^']*' are not allowed/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: guarded }
spec: { components: { deny: [state.in-memory] } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
scopes: [orders]
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/config: guarded } }
    spec: { containers: [{ name: orders, image: 'ghcr.io/example/orders:1.0.0' }] }
`,
      says: ["'orders' does not get this component: its Configuration 'guarded' denies state.in-memory"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: guarded }
spec: { components: { deny: [state.in-memory] } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
scopes: [reports]
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/config: guarded } }
    spec: { containers: [{ name: orders, image: 'ghcr.io/example/orders:1.0.0' }] }
`,
    },
  ],
  check(model, report) {
    const denying = new Map(
      model.configurations
        .map((configuration): [string, readonly string[]] => [keyOf(configuration), texts(at(configuration.spec, 'components', 'deny'))])
        .filter(([, denied]) => denied.length > 0),
    );
    const restricted = new Map(
      model.apps.flatMap((app): [App, Restriction][] => {
        const config = configurationOf(app);
        const denied = config && denying.get(keyOf({ name: config, namespace: app.namespace }));
        return denied ? [[app, { config, denied }]] : [];
      }),
    );
    for (const component of restricted.size === 0 ? [] : model.components) {
      for (const app of model.appsThatSee(component)) {
        const { config, denied = [] } = restricted.get(app) ?? {};
        const by = denied.find((item) => denies(item, component));
        if (by !== undefined) {
          const message = `'${app.id}' does not get this component: its Configuration '${config}' denies ${by}`;
          report.add(component.manifest, ['spec', 'type'], message);
        }
      }
    }
  },
};

/** What the Configuration of an application denies. */
interface Restriction {
  readonly config: string;
  readonly denied: readonly string[];
}

function keyOf({ name, namespace }: Pick<Resource, 'name' | 'namespace'>): string {
  return `${namespace ?? ''}/${name}`;
}

/** A type, or a type and version, in the letters of the component. */
function denies(item: string, { type, version }: Component): boolean {
  return item === type || item === `${type}/${version}`;
}
