import { text } from '../read';
import type { Rule } from '../rule';

export const unscopedSecret: Rule = {
  id: 'DAPR079',
  severity: 'info',
  title: 'A component with a Kubernetes Secret that every application sees',
  why: 'When the Secret is gone for a moment, the operator gives out no components, and every sidecar of the namespace that starts then exits, whether its application uses this component or not.',
  fix: 'Name the applications that use the component in scopes, beside spec.',
  source: 'pkg/operator/api/components.go ListComponents, processComponentSecrets',
  facts: ['R040'],
  demand: [4],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: password } }] }
---
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
spec: { containers: [{ name: app, image: orders }] }
---
apiVersion: v1
kind: Pod
metadata: { name: checkout, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: checkout } }
spec: { containers: [{ name: app, image: checkout }] }
`,
      says: ["statestore has no scopes: without the Secret 'redis' none of orders, checkout starts"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [{ name: redisPassword, secretKeyRef: { name: redis, key: password } }] }
scopes: [orders]
---
apiVersion: v1
kind: Pod
metadata: { name: orders, annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders } }
spec: { containers: [{ name: app, image: orders }] }
`,
    },
  ],
  check(model, report) {
    for (const component of model.components.filter(
      ({ scopes, secretStore }) => scopes === undefined && (secretStore ?? 'kubernetes') === 'kubernetes',
    )) {
      const secret = component.metadata
        .map(({ secretKeyRef }) => text(secretKeyRef?.name))
        .find((name) => name !== undefined && name !== '');
      const apps = secret === undefined ? [] : model.appsThatSee(component).filter(({ workload }) => workload !== undefined);
      if (apps.length > 1) {
        const shown = apps.slice(0, 3).map(({ id }) => id);
        const all = `${shown.join(', ')}${apps.length > shown.length ? ' and more' : ''}`;
        report.add(
          component.manifest,
          ['metadata', 'name'],
          `${component.name} has no scopes: without the Secret '${secret}' none of ${all} starts`,
        );
      }
    }
  },
};
