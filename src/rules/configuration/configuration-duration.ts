import { at, pathText, text } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';
import { isGoDuration } from '../go-duration';
import { writeDuration } from './write-duration';

export const configurationDuration: Rule = {
  id: 'DAPR181',
  severity: 'error',
  title: 'A duration in a Configuration that Go refuses',
  why: 'The CRD takes any text here, but neither the operator nor a sidecar can read the Configuration then: the sidecars that use it do not start. Go knows no days.',
  fix: 'Write a Go duration, e.g. 168h for a week.',
  source: 'pkg/config/configuration.go WorkflowStateRetentionPolicy UnmarshalJSON, OtelSpec UnmarshalJSON',
  facts: ['R184'],
  symptoms: [/time: (invalid duration|unknown unit|missing unit in duration)/, /cannot unmarshal !!str `[^`]*` into time\.Duration/],
  bad: [
    {
      yaml: configuration(
        "workflow: { stateRetentionPolicy: { completed: 14d, failed: '30' } }\ntracing: { samplingRate: '1', otel: { endpointAddress: 'collector:4317', protocol: grpc, isSecure: false, timeout: 10 sec } }",
      ),
      says: [
        "'spec.tracing.otel.timeout' is no Go duration: got '10 sec', write '10s'",
        "'spec.workflow.stateRetentionPolicy.completed' is no Go duration: got '14d', write '336h'",
        "'spec.workflow.stateRetentionPolicy.failed' is no Go duration: got '30', expected a Go duration, e.g. '24h' or '15m'",
      ],
    },
  ],
  good: [{ yaml: configuration('workflow: { stateRetentionPolicy: { completed: 336h, failed: 720h30m, anyTerminal: 0s } }') }],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      for (const path of PATHS) {
        const value = text(at(spec, ...path));
        if (value !== undefined && !isUnrendered(value) && !value.startsWith('$') && !isGoDuration(value)) {
          const place = ['spec', ...path];
          report.add(manifest, place, `'${pathText(place)}' is no Go duration: got '${value}', ${writeDuration(value)}`);
        }
      }
    }
  },
};

const PATHS = [
  ...['anyTerminal', 'completed', 'failed', 'terminated'].map((state) => ['workflow', 'stateRetentionPolicy', state]),
  ['tracing', 'otel', 'timeout'],
];
