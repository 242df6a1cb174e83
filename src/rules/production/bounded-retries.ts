import { at, mapping } from '../read';
import type { Rule } from '../rule';
import { resiliency } from './examples';

const TARGET = '\n  targets: { apps: { orders: { retry: often } } }';

export const boundedRetries: Rule = {
  id: 'DAPR237',
  severity: 'warning',
  title: 'A retry that never gives up',
  why: 'Without maxRetries a constant retry goes on until the caller gives up: what failed gets the load of all who wait for it, and a message that nobody can handle holds up those behind it.',
  fix: 'Set maxRetries.',
  source: 'pkg/resiliency/resiliency.go decodePolicies; kit/retry/retry.go DefaultConfig',
  facts: [],
  demand: [13],
  bad: [
    {
      yaml: resiliency(`  policies: { retries: { often: { policy: constant, duration: 5s } } }${TARGET}`),
      says: ["the retry 'often' has no end: maxRetries is not set"],
    },
    {
      yaml: resiliency(`  policies: { retries: { often: { policy: constant, duration: 5s, maxRetries: -1 } } }${TARGET}`),
      says: ["the retry 'often' has no end: maxRetries is -1"],
    },
  ],
  good: [
    { yaml: resiliency(`  policies: { retries: { often: { policy: constant, duration: 5s, maxRetries: 3 } } }${TARGET}`) },
    // It gives up after a quarter of an hour.
    { yaml: resiliency(`  policies: { retries: { often: { policy: exponential, maxInterval: 15s } } }${TARGET}`) },
  ],
  check({ resiliencies }, report) {
    for (const { manifest, spec } of resiliencies) {
      for (const [name, retry] of Object.entries(mapping(at(spec, 'policies', 'retries')))) {
        const { policy, maxRetries } = mapping(retry);
        const endless = maxRetries === undefined || (typeof maxRetries === 'number' && maxRetries < 0);
        if (endless && !/^exponential$/i.test(String(policy))) {
          const path = ['spec', 'policies', 'retries', name];
          report.add(
            manifest,
            maxRetries === undefined ? path : [...path, 'maxRetries'],
            `the retry '${name}' has no end: maxRetries is ${maxRetries === undefined ? 'not set' : maxRetries}`,
          );
        }
      }
    }
  },
};
