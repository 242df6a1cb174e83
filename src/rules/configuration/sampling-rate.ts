import { at } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../shape/differences';
import { configuration } from './examples';

export const samplingRate: Rule = {
  id: 'DAPR153',
  severity: 'error',
  title: 'A sampling rate that is no number from 0 to 1',
  why: 'The rate is the share of traces that are recorded. What is no number counts as 0.0001, one trace of ten thousand, without a word; everything from 1 on means all.',
  fix: "Write a number from 0 to 1 in quotes, e.g. '0.1' for one trace of ten.",
  source: 'pkg/diagnostics/utils/trace_utils.go GetTraceSamplingRate',
  facts: ['R150'],
  symptoms: [/Dapr trace sampler initialized: .*TraceIDRatioBased\{0\.0001\}/],
  bad: [
    {
      yaml: configuration("tracing: { samplingRate: '50%' }"),
      says: ["'spec.tracing.samplingRate' is no number, so Dapr takes 0.0001: got '50%', write '0.5'"],
    },
    {
      yaml: configuration("tracing: { samplingRate: '20' }"),
      says: ["'spec.tracing.samplingRate' goes from 0 to 1, and Dapr takes 1: got '20', for 20 per cent write '0.2'"],
    },
    {
      yaml: configuration("tracing: { samplingRate: 'always' }"),
      says: ["'spec.tracing.samplingRate' is no number, so Dapr takes 0.0001: got 'always', write a number from 0 to 1"],
    },
  ],
  good: [
    { yaml: configuration("tracing: { samplingRate: '0.25' }") },
    { yaml: configuration("tracing: { samplingRate: '1' }") },
    { yaml: configuration("tracing: { samplingRate: '1e-3' }") },
  ],
  check({ configurations }, report) {
    for (const { manifest, spec } of configurations) {
      const rate = at(spec, 'tracing', 'samplingRate');
      if (typeof rate !== 'string' || rate === '' || isUnrendered(rate) || rate.startsWith('$')) {
        continue;
      }
      const path = ['spec', 'tracing', 'samplingRate'];
      if (!FLOAT.test(rate)) {
        const percent = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(rate)?.[1];
        const write = percent === undefined ? 'a number from 0 to 1' : `'${Number(percent) / 100}'`;
        report.add(manifest, path, `'spec.tracing.samplingRate' is no number, so Dapr takes 0.0001: got '${rate}', write ${write}`);
      } else if (Number(rate) > 1) {
        const share = Number(rate) <= 100 ? `, for ${Number(rate)} per cent write '${Number(rate) / 100}'` : '';
        const message = `'spec.tracing.samplingRate' goes from 0 to 1, and Dapr takes 1: got '${rate}'${share}`;
        report.add(manifest, path, message, { severity: 'warning' });
      } else if (Number(rate) < 0) {
        const message = `'spec.tracing.samplingRate' goes from 0 to 1, and Dapr takes 0: got '${rate}'`;
        report.add(manifest, path, message, { severity: 'warning' });
      }
    }
  },
};

/** What `strconv.ParseFloat` takes. */
const FLOAT = /^[+-]?((\d+(_?\d)*\.?\d*|\.\d+)(e[+-]?\d+)?|0x[0-9a-f_]*\.?[0-9a-f]*p[+-]?\d+|inf|infinity|nan)$/i;
