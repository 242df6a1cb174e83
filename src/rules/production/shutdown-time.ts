import { isTruthy } from '../model/component';
import { annotation } from '../model/workload';
import type { Rule } from '../rule';
import { deployment } from './examples';
import { annotationsPath, nameOf, says, sidecars } from './sidecars';

const BLOCK = 'dapr.io/block-shutdown-duration';
const NATIVE = 'dapr.io/enable-native-sidecar';

export const shutdownTime: Rule = {
  id: 'DAPR241',
  severity: 'info',
  title: 'A sidecar that ends before its application',
  why: 'Kubernetes tells both containers to end at the same moment. The sidecar stops taking calls at once, while the application still has state to save and messages to answer.',
  fix: 'Set dapr.io/block-shutdown-duration to the time that the application needs, within terminationGracePeriodSeconds, or dapr.io/enable-native-sidecar: "true" from Dapr 1.18 on.',
  source: 'pkg/runtime/runtime.go shutdown; https://docs.dapr.io/reference/arguments-annotations-overview/',
  facts: [],
  bad: [{ yaml: deployment(), says: [`the sidecar of 'orders' stops while the application still ends: ${BLOCK} is not set`] }],
  good: [{ yaml: deployment({ annotations: `${BLOCK}: 10s` }) }, { yaml: deployment({ annotations: `${NATIVE}: "true"` }) }],
  check(model, report) {
    for (const workload of sidecars(model)) {
      if (!says(workload, BLOCK) && !isTruthy(annotation(workload.annotations, NATIVE))) {
        report.add(
          workload.manifest,
          annotationsPath(workload),
          `the sidecar of '${nameOf(workload)}' stops while the application still ends: ${BLOCK} is not set`,
        );
      }
    }
  },
};
