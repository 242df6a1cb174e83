import { nearest } from '../../private/nearest';
import { isMapping } from '../read';
import type { Rule } from '../rule';
import { BUILT_IN_RETRIES, isBuiltInRetry, PROTECTED_RETRY } from './names';
import { policiesOf } from './policies';

/** What Dapr puts in place of fewer, and of none and no end. */
const LEAST = 3;

export const builtInRetry: Rule = {
  id: 'DAPR146',
  severity: 'warning',
  title: 'A built-in retry that does not become what was written',
  why: `A retry with the name of one of Dapr's own takes its place, but with at least ${LEAST} retries: fewer, none and -1 are all reset to ${LEAST}, with one line in the log. The one for actors that are not found stays as it is.`,
  fix: `Set maxRetries to ${LEAST} or more, or give the retry a name of its own.`,
  source: 'pkg/resiliency/resiliency.go decodePolicies, isProtectedPolicy',
  facts: ['R141'],
  symptoms: [
    /Attempted override of \w+ did not meet minimum retry count, resetting to 3/,
    /Attempted to override protected policy \w+ which is not allowed/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: built-in }
spec:
  policies:
    retries:
      DaprBuiltInServiceRetries: { policy: constant, duration: 1s, maxRetries: 0 }
      DaprBuiltInActorRetries: { policy: constant, duration: 1s }
      DaprBuiltInActorNotFoundRetries: { policy: constant, duration: 1s, maxRetries: 10 }
      DaprBuiltinInitializationRetries: { policy: constant, duration: 1s, maxRetries: 10 }
  targets: {}
`,
      says: [
        "Dapr does not let 'DaprBuiltInActorNotFoundRetries' be replaced, and keeps its own",
        "Dapr puts 3 in place of maxRetries of 'DaprBuiltInActorRetries': got nothing, expected 3 or more",
        "Dapr puts 3 in place of maxRetries of 'DaprBuiltInServiceRetries': got 0, expected 3 or more",
        "Dapr has no 'DaprBuiltinInitializationRetries'; did you mean 'DaprBuiltInInitializationRetries'?",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: built-in }
spec:
  policies: { retries: { DaprBuiltInServiceRetries: { policy: constant, duration: 1s, maxRetries: 5 } } }
  targets: {}
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { name, value, path } of policiesOf(resource, 'retries')) {
        const maxRetries = isMapping(value) ? (value.maxRetries ?? undefined) : undefined;
        if (name === PROTECTED_RETRY) {
          report.add(resource.manifest, path, `Dapr does not let '${name}' be replaced, and keeps its own`, { fix: 'Leave it out.' });
        } else if (isBuiltInRetry(name)) {
          if (maxRetries === undefined || (typeof maxRetries === 'number' && maxRetries < LEAST)) {
            const found = maxRetries === undefined ? 'nothing' : String(maxRetries);
            const message = `Dapr puts ${LEAST} in place of maxRetries of '${name}': got ${found}, expected ${LEAST} or more`;
            report.add(resource.manifest, maxRetries === undefined ? path : [...path, 'maxRetries'], message);
          }
        } else if (/^dapr-?built-?in/i.test(name)) {
          const meant = nearest(name, BUILT_IN_RETRIES);
          const hint = meant === undefined ? `: it has ${BUILT_IN_RETRIES.join(', ')}` : `; did you mean '${meant}'?`;
          report.add(resource.manifest, path, `Dapr has no '${name}'${hint}`);
        }
      }
    }
  },
};
