import { at, text } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

export const otelEndpoint: Rule = {
  id: 'DAPR156',
  severity: 'error',
  title: 'An OpenTelemetry endpoint with a scheme',
  why: 'The address is a host and a port, which the exporter takes as it stands: with http:// in front no trace ever arrives. A scheme is taken away only from the environment variables of OpenTelemetry.',
  fix: 'Write host:port, and say with isSecure whether the exporter uses TLS.',
  source: 'pkg/runtime/runtime.go setupTracing; pkg/config/configuration.go SetTracingSpecFromEnv',
  facts: ['R153'],
  symptoms: [/traces export: .*(too many colons in address|invalid port)/],
  bad: [
    {
      yaml: configuration(
        "tracing: { samplingRate: '1', otel: { endpointAddress: 'http://collector:4318', protocol: http, isSecure: false } }",
      ),
      says: ["'spec.tracing.otel.endpointAddress' is a host and a port: got a scheme in front, write it without 'http://'"],
    },
  ],
  good: [
    { yaml: configuration("tracing: { samplingRate: '1', otel: { endpointAddress: 'collector:4318', protocol: http, isSecure: false } }") },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const address = text(at(spec, 'tracing', 'otel', 'endpointAddress')) ?? '';
      const scheme = /^https?:\/\//i.exec(address)?.[0];
      if (scheme !== undefined) {
        const message = `'spec.tracing.otel.endpointAddress' is a host and a port: got a scheme in front, write it without '${scheme}'`;
        report.add(manifest, ['spec', 'tracing', 'otel', 'endpointAddress'], message);
      }
    }
  },
};
