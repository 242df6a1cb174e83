import type { Model } from '../model/model';
import { annotation } from '../model/workload';
import type { Rule } from '../rule';

export const componentName: Rule = {
  id: 'DAPR074',
  severity: 'error',
  title: "A component with the name of the sidecar's own secret store",
  why: 'A sidecar keeps all components under their names, whatever their categories, and exits at the second of a name; on Kubernetes it has a secret store named kubernetes of itself, and a second one of the same type is no exception.',
  fix: 'Give the component another name, or turn the store off with dapr.io/disable-builtin-k8s-secret-store.',
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
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kubernetes }
spec: { type: secretstores.kubernetes, version: v1, metadata: [] }
`,
      says: ["every sidecar on Kubernetes has a secret store named 'kubernetes': a component of this name makes it exit"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kubernetes }
spec: { type: secretstores.kubernetes, version: v1, metadata: [] }
---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/disable-builtin-k8s-secret-store: 'true' }
spec: { containers: [{ name: app, image: 'shop/orders:1.0.0' }] }
`,
    },
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: kubernetes }
spec: { type: secretstores.local.env, version: v1, metadata: [] }
`,
    },
  ],
  check(model, report) {
    for (const { manifest } of model.componentsByName.get('kubernetes') ?? []) {
      if (!withoutBuiltIn(model)) {
        const message = "every sidecar on Kubernetes has a secret store named 'kubernetes': a component of this name makes it exit";
        report.add(manifest, ['metadata', 'name'], message, { only: 'kubernetes' });
      }
    }
  },
};

/** Whether every application here has turned the store off. */
function withoutBuiltIn({ apps }: Pick<Model, 'apps'>): boolean {
  const name = 'dapr.io/disable-builtin-k8s-secret-store';
  return (
    apps.length > 0 && apps.every(({ workload }) => workload !== undefined && /^true$/i.test(annotation(workload.annotations, name) ?? ''))
  );
}
