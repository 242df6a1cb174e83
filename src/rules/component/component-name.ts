import type { Component } from '../model/component';
import { mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import { annotation } from '../model/workload';
import type { Rule } from '../rule';

export const componentName: Rule = {
  id: 'DAPR074',
  severity: 'error',
  title: 'A component whose name another one has',
  why: 'A sidecar keeps all components under their names, whatever their categories, and exits at the second of a name; on Kubernetes the name kubernetes is that of its own secret store.',
  fix: 'Give the component another name.',
  source: 'pkg/runtime/compstore/components.go AddPendingComponentForCommit; pkg/runtime/runtime.go appendBuiltinSecretStore',
  facts: ['R053', 'R054'],
  symptoms: [/component \S+ already exists/],
  bad: [
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kubernetes }
spec: { type: configuration.kubernetes, version: v1, metadata: [{ name: configMapName, value: flags }] }
`,
      says: ["every sidecar on Kubernetes has a secret store named 'kubernetes': a component of this name makes it exit"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: redis }
spec: { type: state.redis, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: redis }
spec: { type: pubsub.redis, version: v1, metadata: [] }
`,
      says: ["'redis' is a state.redis too: a sidecar that sees both exits"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: redis }
spec: { type: state.redis, version: v1, metadata: [] }
scopes: [orders]
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: redis-events }
spec: { type: pubsub.redis, version: v1, metadata: [] }
`,
    },
  ],
  check(model, report) {
    for (const [name, components] of model.componentsByName) {
      components.forEach((component, i) => {
        const other = components[i - 1];
        if (i > 0 && collide(other, component)) {
          report.add(component.manifest, ['metadata', 'name'], `'${name}' is a ${other.type} too: a sidecar that sees both exits`);
        }
      });
    }
    for (const { manifest, spec, metadata, type } of model.componentsByName.get('kubernetes') ?? []) {
      const same = type.toLowerCase() === 'secretstores.kubernetes' && metadata.length === 0 && spec.ignoreErrors === undefined;
      if (!same && !withoutBuiltIn(model)) {
        const message = "every sidecar on Kubernetes has a secret store named 'kubernetes': a component of this name makes it exit";
        report.add(manifest, ['metadata', 'name'], message, { only: 'kubernetes' });
      }
    }
  },
};

/** Whether two of one name are meant for one application; files of several environments are not. */
function collide(a: Component, b: Component): boolean {
  return (
    a.name !== '' &&
    a.manifest.source === b.manifest.source &&
    a.category !== b.category &&
    mayShareNamespace(a, b) &&
    (a.scopes === undefined || b.scopes === undefined || b.scopes.some((id) => a.scopes!.includes(id)))
  );
}

/** Whether every application here has turned the store off. */
function withoutBuiltIn({ apps }: Pick<Model, 'apps'>): boolean {
  const name = 'dapr.io/disable-builtin-k8s-secret-store';
  return (
    apps.length > 0 && apps.every(({ workload }) => workload !== undefined && /^true$/i.test(annotation(workload.annotations, name) ?? ''))
  );
}
