import { nearest } from '../../private/nearest';
import type { Rule } from '../rule';
import { DEFAULT_NAMES, isDefaultName } from './names';
import { policiesOf, PolicyKind, POLICY_KINDS, usesOf, WORD } from './policies';

export const defaultName: Rule = {
  id: 'DAPR145',
  severity: 'warning',
  title: 'A default policy whose name Dapr does not know',
  why: 'A policy holds without a target only where its name is one that Dapr puts together itself, letter by letter. Any other name is a policy like all others, and waits for a target.',
  fix: 'Write the name as the message gives it, or name the policy in a target.',
  source: 'pkg/resiliency/resiliency.go getDefaultPolicy, getPolicyLevels, expandPolicyTemplate',
  facts: ['R140'],
  demand: [14],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: defaults }
spec:
  policies:
    timeouts: { DefaultAppTimeout: 5s }
    retries:
      DefaultPubSubComponentInboundRetryPolicy: { policy: constant, duration: 5s, maxRetries: 3 }
      DefaultAppTimeoutPolicy: { policy: constant, duration: 5s, maxRetries: 3 }
  targets: {}
`,
      says: [
        "'DefaultAppTimeoutPolicy' is the name of a default timeout, not of a retry",
        "'DefaultPubSubComponentInboundRetryPolicy' is no name of a default retry; did you mean 'DefaultPubsubComponentInboundRetryPolicy'?",
        "'DefaultAppTimeout' is no name of a default timeout; did you mean 'DefaultAppTimeoutPolicy'?",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: defaults }
spec:
  policies:
    timeouts: { DefaultTimeoutPolicy: 5s, default: 10s }
    retries: { DefaultPubsubComponentInboundRetryPolicy: { policy: constant, duration: 5s, maxRetries: 3 } }
    circuitBreakers:
      DefaultAppCircuitBreakerPolicy: { trip: consecutiveFailures > 8 }
      DefaultAppBreakerPolicy: { trip: consecutiveFailures > 8 }
  targets:
    actors: { OrderActor: { timeout: default, circuitBreaker: DefaultAppBreakerPolicy, circuitBreakerScope: type } }
`,
    },
  ],
  check({ resiliencies }, report) {
    const used = new Set(resiliencies.flatMap(usesOf).map(({ kind, name }) => `${kind}/${name}`));
    for (const resource of resiliencies) {
      for (const kind of POLICY_KINDS) {
        for (const { name, path } of policiesOf(resource, kind)) {
          if (!/^default[a-z]/i.test(name) || isDefaultName(kind, name) || used.has(`${kind}/${name}`)) {
            continue;
          }
          const other = POLICY_KINDS.find((candidate) => DEFAULT_NAMES[candidate].has(name));
          const meant = other === undefined ? meantName(kind, name) : undefined;
          if (other !== undefined) {
            report.add(resource.manifest, path, `'${name}' is the name of a default ${WORD[other]}, not of a ${WORD[kind]}`, {
              fix: `Move it under ${other}, or name it as a default ${WORD[kind]}.`,
            });
          } else if (meant !== undefined) {
            const message = `'${name}' is no name of a default ${WORD[kind]}; did you mean '${meant}'?`;
            report.add(resource.manifest, path, message);
          }
        }
      }
    }
  },
};

/** The last word of the name is easily left out. */
function meantName(kind: PolicyKind, name: string): string | undefined {
  return nearest(name, DEFAULT_NAMES[kind]) ?? nearest(`${name}Policy`, DEFAULT_NAMES[kind]);
}
