import { at } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const metricOrMetrics: Rule = {
  id: 'DAPR159',
  severity: 'error',
  title: "Metrics that 'metric' switches off in vain",
  why: 'The API server fills in spec.metrics with enabled: true, and a sidecar lets metrics win over metric: the metrics stay on.',
  fix: 'Write spec.metrics in place of spec.metric.',
  source: 'charts/dapr/crds/configuration.yaml; pkg/config/configuration.go sortMetricsSpec',
  facts: ['R157'],
  bad: [
    {
      yaml: configuration('metric: { enabled: false }'),
      target: 'kubernetes',
      says: ["'spec.metric' switches nothing off, because 'spec.metrics' is on by default and wins: write it as 'spec.metrics'"],
    },
    {
      yaml: configuration('metric: { enabled: false }\nmetrics: { enabled: true }'),
      target: 'kubernetes',
      says: ["'spec.metric' switches nothing off, because 'spec.metrics' is on and wins: write one of the two"],
    },
  ],
  good: [
    { yaml: configuration('metrics: { enabled: false }'), target: 'kubernetes' },
    { yaml: configuration('metric: { enabled: false }'), target: 'self-hosted' },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const metrics = at(spec, 'metrics', 'enabled');
      if (at(spec, 'metric', 'enabled') !== false || metrics === false) {
        continue;
      }
      const path = ['spec', 'metric', 'enabled'];
      if (metrics === true) {
        report.add(manifest, path, "'spec.metric' switches nothing off, because 'spec.metrics' is on and wins: write one of the two");
      } else {
        const message = "'spec.metric' switches nothing off, because 'spec.metrics' is on by default and wins: write it as 'spec.metrics'";
        report.add(manifest, path, message, { only: 'kubernetes' });
      }
    }
  },
};
