import { annotationPath, Workload } from '../model/workload';
import type { Rule } from '../rule';
import { isOn, textOf } from './annotations';
import { deploymentWith } from './examples';
import { goInteger } from './go-values';

export const healthTimes: Rule = {
  id: 'DAPR047',
  severity: 'error',
  title: 'A health check that may take longer than the time between two',
  why: 'daprd exits where the timeout of the application health check is longer than its interval. The timeout counts milliseconds, the interval seconds.',
  fix: 'Make dapr.io/app-health-probe-timeout (milliseconds) at most dapr.io/app-health-probe-interval (seconds).',
  source: 'pkg/runtime/config.go toInternal',
  facts: ['R018'],
  symptoms: [/value for 'health-probe-timeout' must be smaller than 'health-probe-interval'/],
  bad: [
    {
      yaml: deploymentWith([
        'dapr.io/enable-app-health-check: "true"',
        'dapr.io/app-health-probe-interval: "3"',
        'dapr.io/app-health-probe-timeout: "5000"',
      ]),
      says: ["'dapr.io/app-health-probe-timeout' cannot be longer than the interval, where daprd exits: got 5000 ms and 3 s"],
    },
    {
      yaml: deploymentWith(['dapr.io/enable-app-health-check: "true"', 'dapr.io/app-health-probe-timeout: "6000"']),
      says: ["'dapr.io/app-health-probe-timeout' cannot be longer than the interval, where daprd exits: got 6000 ms and 5 s by default"],
    },
  ],
  good: [
    {
      yaml: deploymentWith([
        'dapr.io/enable-app-health-check: "true"',
        'dapr.io/app-health-probe-interval: "3"',
        'dapr.io/app-health-probe-timeout: "3000"',
      ]),
    },
    { yaml: deploymentWith(['dapr.io/enable-app-health-check: "true"', 'dapr.io/app-health-probe-interval: "0"']) },
  ],
  check({ workloads }, report) {
    for (const workload of workloads.filter((one) => one.injected && isOn(one, 'dapr.io/enable-app-health-check'))) {
      const interval = positive(workload, 'dapr.io/app-health-probe-interval');
      const timeout = positive(workload, 'dapr.io/app-health-probe-timeout') ?? 500;
      if (timeout > (interval ?? 5) * 1000) {
        report.add(
          workload.manifest,
          annotationPath(workload, 'dapr.io/app-health-probe-timeout'),
          `'dapr.io/app-health-probe-timeout' cannot be longer than the interval, where daprd exits: got ${timeout} ms and ${interval === undefined ? '5 s by default' : `${interval} s`}`,
        );
      }
    }
  },
};

/** daprd takes its default for what is not positive. */
function positive(workload: Workload, name: string): number | undefined {
  const number = Number(goInteger(textOf(workload, name) ?? '') ?? 0n);
  return number > 0 ? number : undefined;
}
