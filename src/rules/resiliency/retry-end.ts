import { isMapping, text } from '../read';
import type { Rule } from '../rule';
import { isBuiltInRetry } from './names';
import { policiesOf } from './policies';

export const retryEnd: Rule = {
  id: 'DAPR133',
  severity: 'info',
  title: 'A retry whose end nobody set',
  why: 'Without maxRetries a constant retry goes on for ever, with 5 s between the tries; an exponential one stops 15 minutes after the first failure, whatever maxRetries says.',
  fix: 'Set maxRetries; -1 says that a constant retry is to have no end.',
  source: 'kit/retry/retry.go DefaultConfig, NewBackOff',
  facts: ['R124', 'R125'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { retries: { important: { policy: constant, duration: 2s } } }
  targets: { apps: { orders: { retry: important } } }
`,
      says: ["the retry 'important' has no maxRetries, so it never gives up"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries:
      always: { policy: exponential, maxRetries: -1 }
      growing: { policy: exponential }
  targets: { apps: { orders: { retry: always }, billing: { retry: growing } } }
`,
      says: [
        "the exponential retry 'always' gives up after 15 minutes: maxRetries -1 does not change that",
        "the exponential retry 'growing' has no maxRetries, so it gives up after 15 minutes",
      ],
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
      important: { policy: constant, duration: 2s, maxRetries: 10 }
      forever: { policy: constant, duration: 2s, maxRetries: -1 }
      growing: { policy: exponential, maxInterval: 15s, maxRetries: 10 }
  targets: { apps: { orders: { retry: important }, billing: { retry: forever }, stock: { retry: growing } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { name, value, path } of policiesOf(resource, 'retries')) {
        if (!isMapping(value) || isBuiltInRetry(name)) {
          continue;
        }
        const { maxRetries } = value;
        const exponential = text(value.policy)?.toLowerCase() === 'exponential';
        if (maxRetries === undefined || maxRetries === null) {
          report.add(
            resource.manifest,
            path,
            exponential
              ? `the exponential retry '${name}' has no maxRetries, so it gives up after 15 minutes`
              : `the retry '${name}' has no maxRetries, so it never gives up`,
          );
        } else if (exponential && typeof maxRetries === 'number' && maxRetries < 0) {
          report.add(
            resource.manifest,
            [...path, 'maxRetries'],
            `the exponential retry '${name}' gives up after 15 minutes: maxRetries ${maxRetries} does not change that`,
            { fix: 'Write a number of retries, or policy: constant where there is to be no end.' },
          );
        }
      }
    }
  },
};
