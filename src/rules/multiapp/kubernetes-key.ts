import type { Rule } from '../rule';
import { runApps } from './template';

const KEYS = ['containerImagePullPolicy', 'createService'];

export const kubernetesKey: Rule = {
  id: 'DAPR224',
  severity: 'warning',
  title: 'Settings of a container that a run template does not have',
  why: 'Only dapr run -k looks at them, and it needs the image: without containerImage the pod is refused, and without -k nothing reads them.',
  fix: 'Add containerImage, or leave the key out.',
  source: 'dapr/cli pkg/kubernetes/run.go createDeploymentConfig, createServiceConfig',
  facts: [],
  bad: [
    {
      yaml: '{ version: 1, apps: [{ appDirPath: ./orders, command: [node, app.js], createService: true, containerImagePullPolicy: Never }] }',
      says: [
        "'containerImagePullPolicy' is for 'dapr run -k' alone, which needs 'containerImage' too",
        "'createService' is for 'dapr run -k' alone, which needs 'containerImage' too",
      ],
    },
  ],
  good: [
    {
      yaml: "{ version: 1, apps: [{ appDirPath: ./orders, command: [node, app.js], containerImage: 'shop/orders:1.0.0', createService: true }] }",
    },
  ],
  check(model, report) {
    for (const { manifest, path, body } of runApps(model).flat()) {
      for (const key of KEYS) {
        if (body[key] && !body.containerImage) {
          report.add(manifest, [...path, key], `'${key}' is for 'dapr run -k' alone, which needs 'containerImage' too`);
        }
      }
    }
  },
};
