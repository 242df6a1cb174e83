import { didYouMean } from '../../private/nearest';
import { at, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const otelProtocol: Rule = {
  id: 'DAPR154',
  severity: 'error',
  title: 'An OpenTelemetry protocol that is neither http nor grpc',
  why: 'A sidecar stops when it sets up tracing with any other word, and upper case is another word.',
  fix: 'Write http or grpc.',
  source: 'pkg/runtime/runtime.go setupTracing',
  facts: ['R151'],
  symptoms: [/invalid protocol .* provided for Otel endpoint/],
  bad: [
    {
      yaml: configuration(
        "tracing: { samplingRate: '1', otel: { endpointAddress: 'collector:4318', protocol: http/protobuf, isSecure: false } }",
      ),
      says: ["'spec.tracing.otel.protocol' must be http or grpc: got 'http/protobuf'; did you mean 'http'?"],
    },
    {
      yaml: configuration("tracing: { samplingRate: '1', otel: { endpointAddress: 'collector:4317', protocol: gRPC, isSecure: false } }"),
      says: ["'spec.tracing.otel.protocol' must be http or grpc: got 'gRPC'; did you mean 'grpc'?"],
    },
  ],
  good: [
    { yaml: configuration("tracing: { samplingRate: '1', otel: { endpointAddress: 'collector:4317', protocol: grpc, isSecure: false } }") },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const otel = at(spec, 'tracing', 'otel');
      const protocol = text(at(otel, 'protocol')) ?? '';
      // Without an endpoint nothing is set up, so nothing stops.
      if (protocol === '' || isUnrendered(protocol) || protocol.startsWith('$') || (text(at(otel, 'endpointAddress')) ?? '') === '') {
        continue;
      }
      if (protocol !== 'http' && protocol !== 'grpc') {
        const meant = /^https?\b/i.test(protocol) ? "; did you mean 'http'?" : didYouMean(protocol, ['http', 'grpc']);
        const message = `'spec.tracing.otel.protocol' must be http or grpc: got '${protocol}'${meant}`;
        report.add(manifest, ['spec', 'tracing', 'otel', 'protocol'], message);
      }
    }
  },
};
