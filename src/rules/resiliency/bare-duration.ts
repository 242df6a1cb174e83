import type { Rule } from '../rule';
import { readDuration } from './go-duration';
import { durationsOf, inWords } from './policies';

/** A bare number below this was hardly meant to count milliseconds. */
const LIKELY_SECONDS = 100;

export const bareDuration: Rule = {
  id: 'DAPR131',
  severity: 'warning',
  title: 'A duration without a unit',
  why: 'A bare whole number counts milliseconds: a timeout of 5 ends each call after 5 ms, and a retry after 5 comes at once.',
  fix: 'Write the unit, e.g. 5s.',
  source: 'pkg/resiliency/resiliency.go parseDuration; kit/config/decode.go decodeString',
  facts: ['R122'],
  demand: [14],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    timeouts: { general: "5" }
    circuitBreakers: { simple: { timeout: "30000" } }
  targets:
    apps: { orders: { timeout: general, circuitBreaker: simple } }
`,
      says: ["'30000' without a unit is 30 s: write it", "'5' without a unit is 5 ms; did you mean '5s'?"],
    },
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { general: 30 } }
  targets: { apps: { orders: { timeout: general } } }
`,
      says: ["'30' without a unit is 30 ms; did you mean '30s'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { general: 5s, none: "0" } }
  targets: { apps: { orders: { timeout: general } } }
`,
    },
  ],
  check({ resiliencies, target }, report) {
    for (const resource of resiliencies) {
      // The API server refuses a YAML number, so what it would mean is no longer of interest.
      for (const { text, path } of durationsOf(resource).filter(({ number }) => !number || target !== 'kubernetes')) {
        const read = readDuration(text);
        if (read?.bare !== true) {
          continue;
        }
        const likely = Math.abs(read.milliseconds) < LIKELY_SECONDS;
        report.add(
          resource.manifest,
          path,
          `'${text}' without a unit is ${inWords(read.milliseconds)}${likely ? `; did you mean '${text}s'?` : ': write it'}`,
          likely ? {} : { severity: 'info', fix: 'Write the unit, so that nobody takes it for seconds.' },
        );
      }
    }
  },
};
