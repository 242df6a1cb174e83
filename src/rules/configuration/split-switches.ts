import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { annotation, annotationPath, App } from '../model/workload';
import { at, isMapping } from '../read';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { app, configuration } from './examples';
import { usersOf } from './users';

export const splitSwitches: Rule = {
  id: 'DAPR161',
  severity: 'warning',
  title: 'Metrics or API logs that are switched on at one place and off at the other',
  why: 'The Configuration says whether a sidecar records metrics, the annotation dapr.io/enable-metrics whether it serves them; they appear only where both are on. In the same way the details of API logging count only where API logging is on, in the Configuration or by the annotation dapr.io/enable-api-logging.',
  fix: 'Switch both on, or both off.',
  source: 'pkg/runtime/config.go FromConfig; pkg/injector/patcher/sidecar_container.go',
  facts: ['R160', 'R187'],
  bad: [
    {
      yaml: configuration('metrics: { enabled: false }') + app('orders', { 'dapr.io/config': 'app', 'dapr.io/enable-metrics': 'true' }),
      says: ["the metrics endpoint of 'orders' stays empty: the Configuration 'app' switches metrics off"],
    },
    {
      yaml:
        configuration('metrics: { enabled: true, recordErrorCodes: true }') +
        app('orders', { 'dapr.io/config': 'app', 'dapr.io/enable-metrics': 'false' }),
      says: ["'orders' serves none of the metrics that the Configuration 'app' switches on"],
    },
  ],
  good: [
    { yaml: configuration('metrics: { enabled: true }') + app('orders', { 'dapr.io/config': 'app', 'dapr.io/enable-metrics': 'true' }) },
  ],
  check(model, report) {
    for (const configuration of model.configurations) {
      checkApiLogging(model, report, configuration);
      const recorded = at(configuration.spec, 'metrics', 'enabled');
      for (const { id, workload, manifest } of typeof recorded === 'boolean' ? usersOf(model, configuration) : []) {
        const served = workload && annotation(workload.annotations, 'dapr.io/enable-metrics')?.toLowerCase();
        if (workload !== undefined && served === String(!recorded)) {
          const message = recorded
            ? `'${id}' serves none of the metrics that the Configuration '${configuration.name}' switches on`
            : `the metrics endpoint of '${id}' stays empty: the Configuration '${configuration.name}' switches metrics off`;
          report.add(manifest, annotationPath(workload, 'dapr.io/enable-metrics'), message);
        }
      }
    }
  },
};

function checkApiLogging(model: Model, report: Report, configuration: Resource): void {
  const logging = at(configuration.spec, 'logging', 'apiLogging');
  const isOn = ({ workload }: App): boolean =>
    annotation(workload?.annotations ?? {}, 'dapr.io/enable-api-logging')?.toLowerCase() === 'true';
  if (!isMapping(logging) || logging.enabled === true || usersOf(model, configuration).some(isOn)) {
    return;
  }
  for (const name of ['obfuscateURLs', 'omitHealthChecks'].filter((option) => logging[option] === true)) {
    const message = `'${name}' does nothing while API logging is off: write enabled: true beside it`;
    report.add(configuration.manifest, ['spec', 'logging', 'apiLogging', name], message, { severity: 'info' });
  }
}
