import { at } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';

const SINK = 'zipkin: { endpointAddress: "http://zipkin:9411/api/v2/spans" }';

export const traceSampling: Rule = {
  id: 'DAPR239',
  severity: 'info',
  title: 'A trace of every single call',
  why: 'Each call then costs a span on both sides and a place in the store of traces. A part of them shows the same.',
  fix: 'Lower samplingRate, e.g. to "0.01"; the collector can still keep every trace with an error.',
  source: 'pkg/config/configuration.go TracingSpec; https://docs.dapr.io/operations/configuration/configuration-overview/#tracing',
  facts: [],
  bad: [
    {
      yaml: configuration(`tracing: { samplingRate: "1", ${SINK} }`),
      says: ["every call is traced: samplingRate is '1'"],
    },
  ],
  good: [{ yaml: configuration(`tracing: { samplingRate: "0.01", ${SINK} }`) }, { yaml: configuration('tracing: { samplingRate: "1" }') }],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const rate = at(spec, 'tracing', 'samplingRate');
      const goesSomewhere = ['zipkin', 'otel'].some((sink) => at(spec, 'tracing', sink) !== undefined);
      if (goesSomewhere && (typeof rate === 'string' || typeof rate === 'number') && Number(rate) >= 1) {
        report.add(manifest, ['spec', 'tracing', 'samplingRate'], `every call is traced: samplingRate is '${rate}'`);
      }
    }
  },
};
