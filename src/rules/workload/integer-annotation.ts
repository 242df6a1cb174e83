import type { Rule, Severity } from '../rule';
import { PodAnnotation, podAnnotations, quoted } from './annotations';
import { deploymentWith } from './examples';
import { becomesFlag, goInteger } from './go-values';

interface Wrong {
  readonly effect: string;
  readonly severity?: Severity;
}

export const integerAnnotation: Rule = {
  id: 'DAPR042',
  severity: 'error',
  title: 'A number that the sidecar cannot have',
  why: 'The injector drops an annotation that is no whole number and goes on with the default. One that is out of range makes the API server refuse the pod, or daprd exit.',
  fix: 'Write a whole number in the range that the message names, in quotes.',
  source:
    'pkg/injector/patcher/sidecar.go setValueFromString; pkg/injector/patcher/sidecar_container.go getSidecarContainer; cmd/daprd/options/options.go New',
  facts: ['R012', 'R018'],
  symptoms: [
    /Failed to parse int value from annotation \S+ \(annotation will be ignored\)/,
    /Invalid value: -?\d+: must be (between 1 and 65535|greater than or equal to)/,
    /invalid argument "--?\d+" for "--(app-max-concurrency|dapr-graceful-shutdown-seconds|app-health-\S+)" flag/,
  ],
  bad: [
    {
      yaml: deploymentWith([
        'dapr.io/app-max-concurrency: "10.5"',
        'dapr.io/app-port: http',
        'dapr.io/graceful-shutdown-seconds: 30s',
        'dapr.io/metrics-port: "0"',
        'dapr.io/sidecar-liveness-probe-threshold: "-1"',
      ]),
      says: [
        "'dapr.io/app-max-concurrency' must be a whole number: got '10.5', which the injector drops",
        "'dapr.io/app-port' must be a whole number from 1 to 65535: got 'http', which the injector drops",
        "'dapr.io/graceful-shutdown-seconds' must be a whole number: got '30s', which the injector drops; did you mean '30'?",
        "'dapr.io/metrics-port' must be a whole number from 1 to 65535: got '0', with which the API server refuses the pod",
        "'dapr.io/sidecar-liveness-probe-threshold' must be a whole number of at least 1: got '-1', with which the API server refuses the pod",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/app-port: "80800"', 'dapr.io/graceful-shutdown-seconds: "-10"']),
      says: [
        "'dapr.io/app-port' must be a whole number from 1 to 65535: got '80800', where nothing can listen",
        "'dapr.io/graceful-shutdown-seconds' must be a whole number: got '-10', which daprd takes for the flag '--10' and exits",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/enable-app-health-check: "true"', 'dapr.io/app-health-threshold: "0"', 'dapr.io/app-port: ""']),
      says: [
        "'dapr.io/app-health-threshold' must be a whole number of at least 1: got '0', for which daprd takes its default",
        "'dapr.io/app-port' is empty, which is as if it were not there",
      ],
    },
  ],
  good: [
    {
      yaml: deploymentWith(['dapr.io/app-port: "8080"', 'dapr.io/app-max-concurrency: "-1"', 'dapr.io/graceful-shutdown-seconds: "+30"']),
    },
  ],
  check(model, report) {
    for (const annotation of podAnnotations(model).filter(({ facts }) => facts.is === 'integer')) {
      const { workload, name, value, path } = annotation;
      const wrong = wrongness(annotation);
      if (wrong === undefined) {
        continue;
      }
      const message =
        value === ''
          ? `'${name}' is empty, which is as if it were not there`
          : `'${name}' must be a whole number${range(annotation)}: got ${quoted(value)}, ${wrong.effect}`;
      report.add(workload.manifest, path, message, { severity: wrong.severity });
    }
  },
};

function wrongness({ name, value, facts }: PodAnnotation): Wrong | undefined {
  const number = goInteger(value);
  if (number === undefined) {
    const [, digits] = /^\s*(\d+)\s*(?:s|ms|%|m|seconds)?\s*$/.exec(value) ?? [];
    const hint = digits === undefined ? '' : `; did you mean '${digits}'?`;
    return { effect: `which the injector drops${hint}`, severity: value === '' ? 'warning' : undefined };
  }
  const inRange = number >= BigInt(facts.min ?? -1) && number <= BigInt(facts.max ?? 2 ** 31 - 1);
  if (inRange) {
    return undefined;
  }
  if (name === 'dapr.io/app-port') {
    return number < 1n ? { effect: 'which is as if it were not there', severity: 'warning' } : { effect: 'where nothing can listen' };
  }
  if (/-port$|-probe-(delay|timeout|period|threshold)/.test(name) && !name.startsWith('dapr.io/app-health')) {
    // Kubernetes fills in its own default for a probe's zero.
    return number === 0n && !name.endsWith('-port')
      ? { effect: 'for which Kubernetes takes its default', severity: 'warning' }
      : { effect: 'with which the API server refuses the pod' };
  }
  if (becomesFlag(value)) {
    return { effect: `which daprd takes for the flag '-${value}' and exits` };
  }
  return { effect: 'for which daprd takes its default', severity: 'warning' };
}

function range({ facts: { min, max } }: PodAnnotation): string {
  if (min === undefined || min < 0) {
    return '';
  }
  return max === undefined || max > 65535 ? ` of at least ${min}` : ` from ${min} to ${max}`;
}
