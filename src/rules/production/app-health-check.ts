import { isTruthy } from '../model/component';
import { annotation } from '../model/workload';
import type { Rule } from '../rule';
import { deployment } from './examples';
import { annotationsPath, isCalled, nameOf, sidecars } from './sidecars';

const ENABLED = 'dapr.io/enable-app-health-check';

export const appHealthCheck: Rule = {
  id: 'DAPR226',
  severity: 'warning',
  title: 'An application whose health the sidecar does not ask for',
  why: 'The sidecar goes on handing messages, events and calls to an application that hangs, and each of them fails or is redelivered. With the health check it stops until the application is well again.',
  fix: 'Set dapr.io/enable-app-health-check: "true" and dapr.io/app-health-check-path on the pod template.',
  source: 'pkg/runtime/runtime.go appHealthChanged; https://docs.dapr.io/operations/resiliency/health-checks/app-health/',
  facts: [],
  bad: [
    { yaml: deployment(), says: [`the sidecar does not ask 'orders' for its health: ${ENABLED} is not true`] },
    {
      yaml: deployment({ annotations: `${ENABLED}: "false"` }),
      says: [`the sidecar does not ask 'orders' for its health: ${ENABLED} is not true`],
    },
  ],
  good: [{ yaml: deployment({ annotations: `${ENABLED}: "true", dapr.io/app-health-check-path: /healthz` }) }],
  check(model, report) {
    for (const workload of sidecars(model)) {
      if (isCalled(workload) && !isTruthy(annotation(workload.annotations, ENABLED))) {
        report.add(
          workload.manifest,
          annotationsPath(workload),
          `the sidecar does not ask '${nameOf(workload)}' for its health: ${ENABLED} is not true`,
        );
      }
    }
  },
};
