import { annotation, annotationPath } from '../model/workload';
import type { Rule } from '../rule';
import { knownComponents, nameOf } from './metadata-keys';

export const stableImage: Rule = {
  id: 'DAPR075',
  severity: 'error',
  title: 'A component that the sidecar image with stable components lacks',
  why: 'That image is built with stable components alone: a sidecar of it exits at any other that it sees.',
  fix: 'Use the image with all components, or scope the component to other applications.',
  source: 'cmd/daprd/components, the build tags of each file',
  facts: ['R050'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: nightly }
spec: { type: bindings.smtp, version: v1, metadata: [{ name: host, value: smtp }, { name: port, value: '587' }] }
---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/sidecar-image: 'daprio/daprd:1.18.3-stablecomponents' }
spec: { containers: [{ name: app, image: orders }] }
`,
      says: ['the sidecar image of orders has stable components only, and bindings.smtp v1 (nightly) is none'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.redis, version: v1, metadata: [] }
---
apiVersion: v1
kind: Pod
metadata:
  name: orders
  annotations: { dapr.io/enabled: 'true', dapr.io/app-id: orders, dapr.io/sidecar-image: 'daprio/daprd:1.18.3-stablecomponents' }
spec: { containers: [{ name: app, image: orders }] }
`,
    },
  ],
  check(model, report) {
    for (const component of knownComponents(model).filter(({ facts }) => !facts.stableImage)) {
      for (const { id, workload } of model.appsThatSee(component)) {
        if (workload !== undefined && /-stablecomponents(@|$)/.test(annotation(workload.annotations, 'dapr.io/sidecar-image') ?? '')) {
          const message = `the sidecar image of ${id} has stable components only, and ${nameOf(component)} (${component.name}) is none`;
          report.add(workload.manifest, annotationPath(workload, 'dapr.io/sidecar-image'), message, {
            severity: component.ignoreErrors ? 'warning' : 'error',
          });
        }
      }
    }
  },
};
