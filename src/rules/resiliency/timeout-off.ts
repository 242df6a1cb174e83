import type { Rule } from '../rule';
import { millisecondsOf, policiesOf } from './policies';

export const timeoutOff: Rule = {
  id: 'DAPR132',
  severity: 'warning',
  title: 'A timeout that ends nothing',
  why: 'A timeout of zero takes the time limit away, also the one that a default policy would set. A negative one does the same.',
  fix: 'Write a duration above zero, or 0s where calls are to have no limit.',
  source: 'pkg/resiliency/policy.go NewRunnerWithOptions',
  facts: ['R123'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { general: -5s } }
  targets: { apps: { orders: { timeout: general } } }
`,
      says: ["the timeout 'general' of '-5s' takes the time limit away: expected more than 0s"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { never: 0s } }
  targets: { apps: { orders: { timeout: never } } }
`,
      says: ["the timeout 'never' of '0s' takes the time limit away"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { general: 5s } }
  targets: { apps: { orders: { timeout: general } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { name, value, path } of policiesOf(resource, 'timeouts')) {
        const milliseconds = millisecondsOf(value);
        if (milliseconds !== undefined && milliseconds <= 0) {
          const off = `the timeout '${name}' of '${String(value)}' takes the time limit away`;
          report.add(
            resource.manifest,
            path,
            milliseconds < 0 ? `${off}: expected more than 0s` : off,
            // Zero is how one says it on purpose.
            milliseconds < 0 ? {} : { severity: 'info' },
          );
        }
      }
    }
  },
};
