import { at, isMapping } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const otelIncomplete: Rule = {
  id: 'DAPR155',
  severity: 'warning',
  title: 'An OpenTelemetry exporter without protocol or endpoint',
  why: 'A sidecar exports only where it has both; where one is empty it drops every trace without a word, unless OTEL_EXPORTER_OTLP_ENDPOINT is set on it.',
  fix: 'Write both, or remove otel.',
  source: 'pkg/runtime/runtime.go setupTracing; pkg/config/configuration.go SetTracingSpecFromEnv',
  facts: ['R152'],
  bad: [
    {
      yaml: configuration("tracing: { samplingRate: '1', otel: { endpointAddress: 'collector:4317', protocol: '', isSecure: false } }"),
      says: ["'spec.tracing.otel' exports nothing: 'protocol' is empty"],
    },
    {
      yaml: configuration("tracing: { samplingRate: '1', otel: { endpointAddress: '', protocol: grpc, isSecure: false } }"),
      says: ["'spec.tracing.otel' exports nothing: 'endpointAddress' is empty"],
    },
  ],
  good: [
    { yaml: configuration("tracing: { samplingRate: '1', otel: { endpointAddress: 'collector:4317', protocol: grpc, isSecure: false } }") },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const otel = at(spec, 'tracing', 'otel');
      if (!isMapping(otel)) {
        continue;
      }
      for (const name of ['endpointAddress', 'protocol']) {
        const value = otel[name];
        if (value === '') {
          report.add(manifest, ['spec', 'tracing', 'otel', name], `'spec.tracing.otel' exports nothing: '${name}' is empty`);
        } else if (value === undefined || value === null) {
          // The API server requires both, and says so itself.
          const message = `'spec.tracing.otel' exports nothing: '${name}' is missing`;
          report.add(manifest, ['spec', 'tracing', 'otel'], message, { only: 'self-hosted' });
        }
      }
    }
  },
};
