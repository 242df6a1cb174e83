import { didYouMean } from '../../private/nearest';
import { mapping } from '../read';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { policiesOf } from './policies';

const POLICIES = ['constant', 'exponential'];

export const retryPolicy: Rule = {
  id: 'DAPR135',
  severity: 'error',
  title: 'A retry that is neither constant nor exponential',
  why: 'The sidecar cannot decode the retry, logs one line, and drops every target of the resource.',
  fix: 'Write policy: constant or policy: exponential.',
  source: 'kit/retry/retry.go PolicyType.DecodeString',
  facts: ['R121', 'R126'],
  symptoms: [/unexpected back off policy type: /, /invalid PolicyType \\?"/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { important: { policy: exponentional, maxInterval: 15s, maxRetries: 5 } } }
  targets: { apps: { orders: { retry: important } } }
`,
      says: ["'exponentional' is no policy of a retry, so Dapr drops all targets of this Resiliency; did you mean 'exponential'?"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { important: { policy: jittered, maxRetries: 5 } } }
  targets: { apps: { orders: { retry: important } } }
`,
      says: ["'jittered' is no policy of a retry, so Dapr drops all targets of this Resiliency: expected constant or exponential"],
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
      growing: { policy: Exponential, maxInterval: 15s, maxRetries: 5 }
      steady: { duration: 2s, maxRetries: 5 }
      empty: { policy: "", duration: 2s, maxRetries: 5 }
  targets: { apps: { orders: { retry: growing }, billing: { retry: steady }, stock: { retry: empty } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { value, path } of policiesOf(resource, 'retries')) {
        const { policy } = mapping(value);
        if (typeof policy === 'string' && policy !== '' && !isUnrendered(policy) && !POLICIES.includes(policy.toLowerCase())) {
          const hint = didYouMean(policy, POLICIES) || `: expected ${POLICIES.join(' or ')}`;
          const message = `'${policy}' is no policy of a retry, so Dapr drops all targets of this Resiliency${hint}`;
          report.add(resource.manifest, [...path, 'policy'], message);
        }
      }
    }
  },
};
