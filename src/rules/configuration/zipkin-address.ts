import { at, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const zipkinAddress: Rule = {
  id: 'DAPR157',
  severity: 'error',
  title: 'A Zipkin address that is no whole URL',
  why: 'A sidecar stops when it sets up the exporter with an address that has no scheme or no host.',
  fix: 'Write the whole URL, e.g. http://zipkin:9411/api/v2/spans.',
  source: 'pkg/runtime/runtime.go setupTracing; go.opentelemetry.io/otel/exporters/zipkin New',
  facts: ['R154'],
  symptoms: [/invalid collector URL/],
  bad: [
    {
      yaml: configuration("tracing: { samplingRate: '1', zipkin: { endpointAddress: 'zipkin:9411/api/v2/spans' } }"),
      says: ["'spec.tracing.zipkin.endpointAddress' must be a whole URL: got no scheme, e.g. 'http://zipkin:9411/api/v2/spans'"],
    },
    {
      yaml: configuration("tracing: { samplingRate: '1', zipkin: { endpointAddress: 'http:///api/v2/spans' } }"),
      says: ["'spec.tracing.zipkin.endpointAddress' must be a whole URL: got no host, e.g. 'http://zipkin:9411/api/v2/spans'"],
    },
  ],
  good: [{ yaml: configuration("tracing: { samplingRate: '1', zipkin: { endpointAddress: 'http://zipkin:9411/api/v2/spans' } }") }],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const address = text(at(spec, 'tracing', 'zipkin', 'endpointAddress')) ?? '';
      if (address === '' || isUnrendered(address) || address.startsWith('$')) {
        continue;
      }
      const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(address)?.[0];
      const missing = scheme === undefined ? 'scheme' : /^[^/?#]/.test(address.slice(scheme.length)) ? undefined : 'host';
      if (missing !== undefined) {
        const message = `'spec.tracing.zipkin.endpointAddress' must be a whole URL: got no ${missing}, e.g. 'http://zipkin:9411/api/v2/spans'`;
        report.add(manifest, ['spec', 'tracing', 'zipkin', 'endpointAddress'], message);
      }
    }
  },
};
