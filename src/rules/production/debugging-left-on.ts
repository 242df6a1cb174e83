import { isTruthy } from '../model/component';
import { annotation, annotationPath } from '../model/workload';
import type { Rule } from '../rule';
import { deployment } from './examples';
import { nameOf, sidecars } from './sidecars';

const ON: readonly { readonly name: string; readonly is: (value: string) => boolean; readonly what: string }[] = [
  { name: 'dapr.io/log-level', is: (value) => /^debug$/i.test(value), what: 'logs every step' },
  { name: 'dapr.io/enable-debug', is: isTruthy, what: 'waits for a debugger' },
  { name: 'dapr.io/enable-profiling', is: isTruthy, what: 'offers its profile to whoever asks' },
];

export const debuggingLeftOn: Rule = {
  id: 'DAPR238',
  severity: 'warning',
  title: 'A sidecar set up to be debugged',
  why: 'Debug logs cost time and disk and hold what requests carry, the debugger changes how the sidecar is started, and the profiler answers anybody.',
  fix: 'Remove the annotation when the search is over.',
  source: 'pkg/injector/patcher/sidecar_container.go; https://docs.dapr.io/operations/troubleshooting/logs-troubleshooting/',
  facts: [],
  bad: [
    {
      yaml: deployment({ annotations: 'dapr.io/log-level: debug' }),
      says: ["the sidecar of 'orders' logs every step: dapr.io/log-level is debug"],
    },
    {
      yaml: deployment({ annotations: 'dapr.io/enable-profiling: "true"' }),
      says: ["the sidecar of 'orders' offers its profile to whoever asks: dapr.io/enable-profiling is true"],
    },
  ],
  good: [{ yaml: deployment({ annotations: 'dapr.io/log-level: info, dapr.io/enable-profiling: "false"' }) }],
  check(model, report) {
    for (const workload of sidecars(model)) {
      for (const { name, is, what } of ON) {
        const value = annotation(workload.annotations, name);
        if (value !== undefined && is(value)) {
          report.add(
            workload.manifest,
            annotationPath(workload, name),
            `the sidecar of '${nameOf(workload)}' ${what}: ${name} is ${value}`,
          );
        }
      }
    }
  },
};
