import type { Rule } from '../rule';
import { meantDuration, readDuration } from './policy-duration';
import { durationsOf } from './policies';

export const duration: Rule = {
  id: 'DAPR130',
  severity: 'error',
  title: 'A duration that Dapr cannot read',
  why: 'The sidecar stops at the first policy that it cannot decode, logs one line, and drops every target of the resource: calls run without its timeouts, retries and circuit breakers.',
  fix: 'Write numbers with the units h, m, s or ms, e.g. 1m30s.',
  source: 'pkg/resiliency/resiliency.go parseDuration, decodePolicies; kit/config/decode.go decodeString',
  facts: ['R121', 'R122'],
  demand: [14],
  symptoms: [/Could not read resiliency policy .*invalid duration/, /time: (invalid duration|missing unit in duration|unknown unit)/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    timeouts: { general: 5 seconds }
    retries: { important: { policy: constant, duration: 1d, maxRetries: 3 } }
  targets:
    apps: { orders: { timeout: general, retry: important } }
`,
      says: [
        "'1d' is no duration, so Dapr drops all targets of this Resiliency; did you mean '24h'?",
        "'5 seconds' is no duration, so Dapr drops all targets of this Resiliency; did you mean '5s'?",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies:
    retries: { slow: { policy: exponential, maxInterval: a while, maxRetries: 3 } }
    circuitBreakers: { simple: { timeout: 30x, interval: 1.5 } }
  targets:
    apps: { orders: { retry: slow, circuitBreaker: simple } }
`,
      says: [
        "'1.5' is no duration, so Dapr drops all targets of this Resiliency; did you mean '1.5s'?",
        "'30x' is no duration, so Dapr drops all targets of this Resiliency: expected e.g. '5s', '500ms' or '1m30s'",
        "'a while' is no duration, so Dapr drops all targets of this Resiliency: expected e.g. '5s', '500ms' or '1m30s'",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { timeouts: { general: "" } }
  targets: { apps: { orders: { timeout: general } } }
`,
      says: ["'' is no duration, so Dapr drops all targets of this Resiliency: expected e.g. '5s', '500ms' or '1m30s'"],
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
    timeouts: { general: 1m30s, short: 1.5s, none: "0" }
    retries: { important: { policy: constant, duration: 500ms, maxInterval: "", maxRetries: 3 } }
    circuitBreakers: { simple: { timeout: 1h, interval: 0s } }
  targets:
    apps: { orders: { timeout: general, retry: important, circuitBreaker: simple } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { text, path } of durationsOf(resource)) {
        if (readDuration(text) === undefined) {
          const meant = meantDuration(text);
          const hint = meant === undefined ? `: expected e.g. '5s', '500ms' or '1m30s'` : `; did you mean '${meant}'?`;
          report.add(resource.manifest, path, `'${text}' is no duration, so Dapr drops all targets of this Resiliency${hint}`);
        }
      }
    }
  },
};
