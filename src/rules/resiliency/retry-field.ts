import { mapping, text } from '../read';
import type { Rule } from '../rule';
import { policiesOf } from './policies';

export const retryField: Rule = {
  id: 'DAPR134',
  severity: 'warning',
  title: 'A pause that the retry does not look at',
  why: 'A constant retry pauses for its duration, and an exponential one grows its pauses up to its maxInterval. The field of the other kind is read and then left alone.',
  fix: 'Write duration for policy: constant, and maxInterval for policy: exponential.',
  source: 'kit/retry/retry.go NewBackOff',
  facts: ['R125'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries:
      growing: { policy: exponential, duration: 2s, maxRetries: 10 }
      steady: { policy: constant, maxInterval: 15s, maxRetries: 10 }
  targets: { apps: { orders: { retry: growing }, billing: { retry: steady } } }
`,
      says: [
        "the exponential retry 'growing' does not look at duration: it pauses for 500 ms first, and for at most maxInterval; did you mean 'maxInterval'?",
        "the constant retry 'steady' does not look at maxInterval: it pauses for its duration; did you mean 'duration'?",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { steady: { duration: 1s, maxInterval: 15s, maxRetries: 10 } } }
  targets: { apps: { billing: { retry: steady } } }
`,
      says: ["the constant retry 'steady' does not look at maxInterval: it pauses for its duration"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries:
      growing: { policy: exponential, maxInterval: 15s, maxRetries: 10 }
      steady: { policy: constant, duration: 2s, maxRetries: 10 }
  targets: { apps: { orders: { retry: growing }, billing: { retry: steady } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { name, value, path } of policiesOf(resource, 'retries')) {
        const { policy, duration, maxInterval } = mapping(value);
        const kind = text(policy)?.toLowerCase() || 'constant';
        if (kind === 'exponential' && isSet(duration)) {
          const hint = isSet(maxInterval) ? '' : "; did you mean 'maxInterval'?";
          const message = `the exponential retry '${name}' does not look at duration: it pauses for 500 ms first, and for at most maxInterval${hint}`;
          report.add(resource.manifest, [...path, 'duration'], message);
        } else if (kind === 'constant' && isSet(maxInterval)) {
          const hint = isSet(duration) ? '' : "; did you mean 'duration'?";
          const message = `the constant retry '${name}' does not look at maxInterval: it pauses for its duration${hint}`;
          report.add(resource.manifest, [...path, 'maxInterval'], message);
        }
      }
    }
  },
};

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
