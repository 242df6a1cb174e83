import { Workload } from '../model/workload';
import type { Rule } from '../rule';
import { podAnnotations, quoted, textOf } from './annotations';
import { deploymentWith } from './examples';
import { quantity } from './go-values';

const RESOURCE = /^dapr\.io\/sidecar-(cpu|memory)-(request|limit)$/;

export const sidecarResources: Rule = {
  id: 'DAPR044',
  severity: 'error',
  title: 'Resources of the sidecar that are none',
  why: 'One quantity that does not parse makes the injector leave out all four, so the sidecar has neither requests nor limits. A request above its limit, or a negative one, makes the API server refuse the pod.',
  fix: 'Write quantities of Kubernetes: 100m or 0.5 processors, 64Mi or 1Gi of memory.',
  source: 'pkg/injector/patcher/sidecar_container.go getResourceRequirements',
  facts: ['R014'],
  symptoms: [
    /couldn't set container resource requirements: error parsing sidecar (CPU|memory) (request|limit)/,
    /must be less than or equal to (cpu|memory) limit/,
  ],
  bad: [
    {
      yaml: deploymentWith([
        'dapr.io/sidecar-cpu-limit: 300mi',
        'dapr.io/sidecar-memory-limit: 512MB',
        'dapr.io/sidecar-memory-request: 64Mi',
      ]),
      says: [
        "'dapr.io/sidecar-cpu-limit' is no quantity: got '300mi', so the injector drops all resources of the sidecar; expected for example '100m'; did you mean '300m'?",
        "'dapr.io/sidecar-memory-limit' is no quantity: got '512MB', so the injector drops all resources of the sidecar; expected for example '64Mi'; did you mean '512M'?",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/sidecar-cpu-limit: "0.1"', 'dapr.io/sidecar-cpu-request: 200m', 'dapr.io/sidecar-memory-limit: 256m']),
      says: [
        "'dapr.io/sidecar-cpu-request' is more than 'dapr.io/sidecar-cpu-limit', with which the API server refuses the pod: got '200m' and '0.1'",
        "'dapr.io/sidecar-memory-limit' counts thousandths of a byte: got '256m'; did you mean '256Mi'?",
      ],
    },
  ],
  good: [
    {
      yaml: deploymentWith([
        'dapr.io/sidecar-cpu-request: 100m',
        'dapr.io/sidecar-cpu-limit: "0.5"',
        'dapr.io/sidecar-memory-request: 64M',
        'dapr.io/sidecar-memory-limit: 1.5Gi',
      ]),
    },
  ],
  check(model, report) {
    for (const { workload, name, value, path } of podAnnotations(model)) {
      const [, resource, bound] = RESOURCE.exec(name) ?? [];
      if (resource === undefined || value === '') {
        continue;
      }
      const parsed = quantity(value);
      if (parsed === undefined) {
        const example = resource === 'cpu' ? '100m' : '64Mi';
        report.add(
          workload.manifest,
          path,
          `'${name}' is no quantity: got ${quoted(value)}, so the injector drops all resources of the sidecar; expected for example '${example}'${meant(value)}`,
        );
      } else if (parsed.value < 0) {
        report.add(workload.manifest, path, `'${name}' is negative, with which the API server refuses the pod: got ${quoted(value)}`);
      } else if (bound === 'request' && parsed.value > limitOf(workload, resource)) {
        const limit = `dapr.io/sidecar-${resource}-limit`;
        const message = `'${name}' is more than '${limit}', with which the API server refuses the pod: got ${quoted(value)} and ${quoted(textOf(workload, limit)!)}`;
        report.add(workload.manifest, path, message);
      } else if (resource === 'memory' && value.endsWith('m')) {
        const message = `'${name}' counts thousandths of a byte: got ${quoted(value)}; did you mean '${value.slice(0, -1)}Mi'?`;
        report.add(workload.manifest, path, message, { severity: parsed.value < 1 ? 'error' : 'warning' });
      }
    }
  },
};

function limitOf(workload: Workload, resource: string): number {
  const limit = textOf(workload, `dapr.io/sidecar-${resource}-limit`);
  return (limit === undefined ? undefined : quantity(limit)?.value) ?? Infinity;
}

/** The same number in the unit that the letters stand for. */
function meant(value: string): string {
  const [, number, unit] = /^\s*([\d.]+)\s*([a-zA-Z]+)\s*$/.exec(value) ?? [];
  const better =
    unit === undefined
      ? ''
      : /^m(i|illi)/.test(unit)
        ? 'm'
        : `${unit[0] === 'k' ? 'k' : unit[0].toUpperCase()}${/^.i/i.test(unit) ? 'i' : ''}`;
  const whole = `${number}${better === 'K' ? 'k' : better === 'ki' ? 'Ki' : better}`;
  return unit === undefined || quantity(whole) === undefined ? '' : `; did you mean '${whole}'?`;
}
