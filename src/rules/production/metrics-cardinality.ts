import { at, list } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const metricsCardinality: Rule = {
  id: 'DAPR240',
  severity: 'info',
  title: 'Metrics with a series for each path',
  why: 'HTTP metrics carry the path of every call, with the ids in it, unless they are told not to: the sidecar and Prometheus then keep a series for each order and each actor.',
  fix: 'Set metrics.http.increasedCardinality: false, or list the paths that matter in metrics.http.pathMatching.',
  source:
    'pkg/config/configuration.go GetHTTPIncreasedCardinality; https://docs.dapr.io/operations/observability/metrics/metrics-overview/',
  facts: [],
  bad: [
    {
      yaml: configuration('metrics: { enabled: true }'),
      says: ['HTTP metrics have a series for each path: increasedCardinality is not false'],
    },
    {
      yaml: configuration('metrics: { http: { increasedCardinality: true } }'),
      says: ['HTTP metrics have a series for each path: increasedCardinality is not false'],
    },
  ],
  good: [
    { yaml: configuration('metrics: { http: { increasedCardinality: false } }') },
    { yaml: configuration('metrics: { http: { increasedCardinality: true, pathMatching: [/orders, "/orders/{id}"] } }') },
    { yaml: configuration('metrics: { enabled: false }') },
    { yaml: configuration('tracing: { samplingRate: "0.01" }') },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const http = at(spec, 'metrics', 'http');
      const counts = at(spec, 'metrics') !== undefined && at(spec, 'metrics', 'enabled') !== false;
      if (counts && at(http, 'increasedCardinality') !== false && list(at(http, 'pathMatching')).length === 0) {
        const path = [
          'spec',
          'metrics',
          ...(http === undefined ? [] : ['http', ...(at(http, 'increasedCardinality') === undefined ? [] : ['increasedCardinality'])]),
        ];
        report.add(manifest, path, 'HTTP metrics have a series for each path: increasedCardinality is not false');
      }
    }
  },
};
