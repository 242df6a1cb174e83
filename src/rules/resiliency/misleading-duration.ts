import type { ReportOptions } from '../report';
import type { Rule } from '../rule';
import { readDuration } from './policy-duration';
import { durationsOf, inWords, millisecondsOf, policiesOf } from './policies';

/** A bare number below this was hardly meant to count milliseconds. */
const LIKELY_SECONDS = 100;

export const misleadingDuration: Rule = {
  id: 'DAPR131',
  severity: 'warning',
  title: 'A duration that lasts other than it seems',
  why: 'A bare whole number counts milliseconds: a timeout of 5 ends each call after 5 ms, and a retry after 5 comes at once. A timeout of zero or less ends nothing: it takes the time limit away, also the one of a default policy.',
  fix: 'Write a duration above zero, with its unit, e.g. 5s.',
  source: 'pkg/resiliency/resiliency.go parseDuration; kit/config/decode.go decodeString; pkg/resiliency/policy.go NewRunnerWithOptions',
  facts: ['R122', 'R123'],
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
  check({ resiliencies, target }, report) {
    for (const resource of resiliencies) {
      // The API server refuses a YAML number, so what it would mean is no longer of interest.
      for (const { text, path } of durationsOf(resource).filter(({ number }) => !number || target !== 'kubernetes')) {
        const read = readDuration(text);
        if (read?.bare === true && read.milliseconds > 0) {
          const likely = read.milliseconds < LIKELY_SECONDS;
          const hint = likely ? `; did you mean '${text}s'?` : ': write it';
          const options = likely ? {} : LESS_LIKELY;
          report.add(resource.manifest, path, `'${text}' without a unit is ${inWords(read.milliseconds)}${hint}`, options);
        }
      }
      for (const { name, value, path } of policiesOf(resource, 'timeouts')) {
        const milliseconds = millisecondsOf(value);
        if (milliseconds !== undefined && milliseconds <= 0) {
          const off = `the timeout '${name}' of '${String(value)}' takes the time limit away`;
          // Zero is how one says it on purpose.
          const [message, options] = milliseconds < 0 ? [`${off}: expected more than 0s`, {}] : [off, ON_PURPOSE];
          report.add(resource.manifest, path, message, options);
        }
      }
    }
  },
};

const LESS_LIKELY: ReportOptions = { severity: 'info', fix: 'Write the unit, so that nobody takes it for seconds.' };
const ON_PURPOSE: ReportOptions = { severity: 'info', fix: 'Write a duration above zero, unless calls are to have no limit.' };
