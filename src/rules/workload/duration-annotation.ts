import type { Rule } from '../rule';
import { PodAnnotation, podAnnotations, quoted } from './annotations';
import { deploymentWith } from './examples';
import { becomesFlag, goDuration, quantity } from './go-values';

export const durationAnnotation: Rule = {
  id: 'DAPR048',
  severity: 'error',
  title: 'A duration or a size with which daprd exits',
  why: 'The injector passes durations and sizes on as they are, and daprd exits at start where it cannot read them.',
  fix: 'Write a duration with its unit, such as 30s or 1m30s, or a size such as 16Mi.',
  source: 'cmd/daprd/options/options.go New, getQuantityBytes',
  facts: ['R020'],
  symptoms: [
    /invalid argument "[^"]*" for "--(dapr-block-shutdown-duration|app-binding-options-timeout|actors-disseminate-timeout)" flag/,
    /invalid value for '(max-body-size|read-buffer-size|actors-disseminate-timeout)' option/,
  ],
  bad: [
    {
      yaml: deploymentWith([
        'dapr.io/actors-disseminate-timeout: 0s',
        'dapr.io/app-binding-options-timeout: -1s',
        'dapr.io/block-shutdown-duration: "30"',
        'dapr.io/max-body-size: 16MB',
        'dapr.io/read-buffer-size: 1.5Mi',
      ]),
      says: [
        "daprd exits with this 'dapr.io/actors-disseminate-timeout': got '0s', expected more than nothing, e.g. '30s'",
        "daprd exits with this 'dapr.io/app-binding-options-timeout': got '-1s', which it takes for the flag '--1s'; expected a duration, e.g. '30s'",
        "daprd exits with this 'dapr.io/block-shutdown-duration': got '30', expected a duration with its unit, e.g. '30s'",
        "daprd exits with this 'dapr.io/max-body-size': got '16MB', expected a size, e.g. '16M'",
        "daprd exits with this 'dapr.io/read-buffer-size': got '1.5Mi', expected whole bytes without a fraction, e.g. '1536Ki'",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/max-body-size: "16"']),
      says: ["'dapr.io/max-body-size' counts bytes: got '16'; did you mean '16Mi'?"],
    },
  ],
  good: [
    {
      yaml: deploymentWith([
        'dapr.io/app-binding-options-timeout: 1.5s',
        'dapr.io/block-shutdown-duration: 1m30s',
        'dapr.io/max-body-size: "-1"',
        'dapr.io/read-buffer-size: 64Ki',
      ]),
    },
  ],
  check(model, report) {
    for (const annotation of podAnnotations(model)) {
      const { workload, name, value, path } = annotation;
      const expected = problem(annotation);
      if (expected === undefined && isTiny(annotation)) {
        const message = `'${name}' counts bytes: got ${quoted(value)}; did you mean '${value}Mi'?`;
        report.add(workload.manifest, path, message, { severity: 'warning' });
      } else if (expected !== undefined) {
        report.add(workload.manifest, path, `daprd exits with this '${name}': got ${quoted(value)}${expected}`);
      }
    }
  },
};

function problem({ name, value, facts }: PodAnnotation): string | undefined {
  if (facts.is === 'duration') {
    return durationProblem(value, name === 'dapr.io/actors-disseminate-timeout');
  }
  return /-(body|buffer)-size$/.test(name) && facts.is === 'quantity' && value !== '' ? sizeProblem(value) : undefined;
}

/** A number of the old annotations, which count mebibytes and kibibytes. */
function isTiny({ name, value }: PodAnnotation): boolean {
  return name === 'dapr.io/max-body-size' && /^\d{1,3}$/.test(value) && Number(value) > 0;
}

function durationProblem(value: string, mustBePositive: boolean): string | undefined {
  const example = /^\d+$/.test(value) && value !== '0' ? `${value}s` : '30s';
  if (becomesFlag(value)) {
    return `, which it takes for the flag '-${value}'; expected a duration, e.g. '30s'`;
  }
  const duration = goDuration(value);
  if (duration === undefined) {
    return `, expected a duration with its unit, e.g. '${example}'`;
  }
  return mustBePositive && duration <= 0n ? `, expected more than nothing, e.g. '30s'` : undefined;
}

function sizeProblem(value: string): string | undefined {
  if (becomesFlag(value)) {
    return `, which it takes for the flag '-${value}'; expected a size, e.g. '4Mi'`;
  }
  const size = quantity(value);
  if (size === undefined) {
    const [, amount, unit] = /^(\d+)\s*([kKmMgG])i?[bB]?$/.exec(value) ?? [];
    return `, expected a size, e.g. '${amount === undefined ? '4Mi' : `${amount}${/k/i.test(unit) ? 'k' : unit.toUpperCase()}`}'`;
  }
  const whole =
    size.value >= 1024 && Number.isInteger(size.value / 1024) ? `${size.value / 1024}Ki` : String(Math.max(1, Math.round(size.value)));
  return size.whole === undefined ? `, expected whole bytes without a fraction, e.g. '${whole}'` : undefined;
}
