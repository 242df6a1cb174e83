import { annotationPath } from '../model/workload';
import type { Rule } from '../rule';
import { deploymentWith } from './examples';

export const controlPlane: Rule = {
  id: 'DAPR051',
  severity: 'error',
  title: 'An application that calls itself a part of the control plane',
  why: 'Sentry gives no certificate to a pod that has both an app id and dapr.io/control-plane, and none to one outside of the control plane: daprd exits.',
  fix: 'Leave dapr.io/control-plane out.',
  source: 'pkg/sentry/server/validator/kubernetes/kubernetes.go expectedID',
  facts: ['R024'],
  symptoms: [
    /control plane service '[^']*' cannot have annotation|control plane service in namespace '[^']*' is not allowed|unknown control plane service/,
  ],
  bad: [
    {
      yaml: deploymentWith(['dapr.io/control-plane: operator']),
      says: ["'dapr.io/control-plane' is for Dapr's own services: with 'dapr.io/app-id' beside it Sentry gives the pod no certificate"],
    },
  ],
  good: [{ yaml: deploymentWith([]) }],
  check({ workloads }, report) {
    for (const workload of workloads) {
      if (workload.injected && workload.appId !== undefined && Object.hasOwn(workload.annotations, 'dapr.io/control-plane')) {
        report.add(
          workload.manifest,
          annotationPath(workload, 'dapr.io/control-plane'),
          "'dapr.io/control-plane' is for Dapr's own services: with 'dapr.io/app-id' beside it Sentry gives the pod no certificate",
        );
      }
    }
  },
};
