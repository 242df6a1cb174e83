import { releasesOf, valueAt } from '../control-plane/release';
import type { Rule } from '../rule';
import { helmRelease } from './examples';

const MESSAGE =
  'pods that start while the injector is away stay without a sidecar: webhookFailurePolicy is not Fail, and nobody watches: dapr_operator.watchInterval is not set';

export const injectorOutage: Rule = {
  id: 'DAPR246',
  severity: 'warning',
  title: 'Pods that start without their sidecar, and stay so',
  why: 'While the injector does not answer, the API server admits pods as they are. They run and look healthy, but every call to their sidecar fails until somebody restarts them. The watchdog of the operator, which would do that, is off by default.',
  fix: 'Set dapr_operator.watchInterval, e.g. to 2m, or dapr_sidecar_injector.webhookFailurePolicy: Fail.',
  source: 'charts/dapr/charts/dapr_sidecar_injector/values.yaml; charts/dapr/charts/dapr_operator/values.yaml; pkg/operator/watchdog.go',
  facts: ['R007'],
  bad: [
    { yaml: helmRelease('global: { ha: { enabled: true } }'), says: [MESSAGE] },
    {
      yaml: helmRelease('dapr_sidecar_injector: { webhookFailurePolicy: Ignore }, dapr_operator: { watchInterval: "0" }'),
      says: [MESSAGE],
    },
  ],
  good: [
    { yaml: helmRelease('dapr_operator: { watchInterval: 2m }') },
    { yaml: helmRelease('dapr_sidecar_injector: { webhookFailurePolicy: Fail }') },
  ],
  check(model, report) {
    for (const release of releasesOf(model)) {
      const policy = valueAt(release, 'dapr_sidecar_injector', 'webhookFailurePolicy');
      const interval = valueAt(release, 'dapr_operator', 'watchInterval');
      const watches = interval.value !== undefined && !/^0?$/.test(String(interval.value));
      if (policy.value !== 'Fail' && !watches && !release.more) {
        report.add(release.manifest, interval.path, MESSAGE);
      }
    }
  },
};
