import { didYouMean } from '../../private/nearest';
import type { Rule } from '../rule';
import { PodAnnotation, podAnnotations, quoted } from './annotations';
import { deploymentWith } from './examples';

export const allowedValue: Rule = {
  id: 'DAPR046',
  severity: 'error',
  title: 'A word that daprd or the API server refuses',
  why: 'daprd exits at start where the protocol, the log level or an init endpoint is none that it has, and the API server refuses the pod where the seccomp profile is none.',
  fix: 'Write one of the words that the message names.',
  source:
    'pkg/runtime/config.go toInternal; kit logger/options.go ApplyOptionsToLoggers; k8s.io/kubernetes/pkg/apis/core/validation/validation.go',
  facts: ['R017', 'R019', 'R021'],
  symptoms: [
    /invalid value for 'app-protocol'/,
    /invalid value for 'disable-init-endpoints'/,
    /invalid value for --log-level|undefined Log Output Level/,
    /securityContext\.seccompProfile\.(type|localhostProfile)/,
  ],
  bad: [
    {
      yaml: deploymentWith([
        'dapr.io/app-protocol: gprc',
        'dapr.io/disable-init-endpoints: subscribe, configuration',
        'dapr.io/log-level: warning',
        'dapr.io/sidecar-seccomp-profile-type: runtimeDefault',
      ]),
      says: [
        "'dapr.io/app-protocol' must be one of http, https, grpc, grpcs, h2c: got 'gprc', with which daprd exits; did you mean 'grpc'?",
        "'dapr.io/disable-init-endpoints' must be a list of config, subscribe: got 'configuration', with which daprd exits; did you mean 'config'?",
        "'dapr.io/log-level' must be one of debug, info, warn, error, fatal: got 'warning', with which daprd exits; did you mean 'warn'?",
        "'dapr.io/sidecar-seccomp-profile-type' must be one of RuntimeDefault, Unconfined: got 'runtimeDefault', with which the API server refuses the pod; did you mean 'RuntimeDefault'?",
      ],
    },
    {
      yaml: deploymentWith(['dapr.io/log-level: ""', 'dapr.io/sidecar-image: ""']),
      says: [
        "'dapr.io/log-level' must be one of debug, info, warn, error, fatal: got '', with which daprd exits",
        "'dapr.io/sidecar-image' must be the name of an image: got '', with which the API server refuses the pod",
      ],
    },
  ],
  good: [
    {
      yaml: deploymentWith([
        'dapr.io/app-protocol: GRPC',
        'dapr.io/log-level: Debug',
        'dapr.io/disable-init-endpoints: "Config, subscribe,"',
      ]),
    },
    { yaml: deploymentWith(['dapr.io/app-protocol: ""', 'dapr.io/disable-init-endpoints: ""']) },
  ],
  check(model, report) {
    for (const annotation of podAnnotations(model)) {
      const { workload, name, facts, path } = annotation;
      const wrong = wrongWord(annotation);
      if (wrong !== undefined) {
        const expected =
          facts.of === undefined ? 'the name of an image' : `${facts.is === 'enums' ? 'a list of' : 'one of'} ${facts.of.join(', ')}`;
        const effect = /seccomp|image/.test(name) ? 'with which the API server refuses the pod' : 'with which daprd exits';
        const hint = facts.of === undefined || wrong === '' ? '' : meant(wrong, facts.of);
        report.add(workload.manifest, path, `'${name}' must be ${expected}: got ${quoted(wrong)}, ${effect}${hint}`);
      }
    }
  },
};

/** `warning` begins with what is meant, and `gprc` is near it. */
function meant(word: string, allowed: readonly string[]): string {
  const begun = allowed.find((one) => word.toLowerCase().startsWith(one));
  return begun === undefined ? didYouMean(word, allowed) : `; did you mean '${begun}'?`;
}

function wrongWord({ name, value, facts }: PodAnnotation): string | undefined {
  if (name === 'dapr.io/sidecar-image') {
    return value.trim() === '' ? value : undefined;
  }
  if (facts.is === 'enum') {
    const isUnset = value === '' && name !== 'dapr.io/log-level';
    return isUnset || facts.of!.includes(name.includes('seccomp') ? value : value.toLowerCase()) ? undefined : value;
  }
  // A flag with several values is read as CSV, whose quotes nobody writes here.
  return facts.is === 'enums' && !value.includes('"')
    ? value
        .split(',')
        .map((item) => item.trim())
        .find((item) => item !== '' && !facts.of!.includes(item.toLowerCase()))
    : undefined;
}
