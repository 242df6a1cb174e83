import { mapping, text } from '../read';
import type { Rule } from '../rule';
import { millisecondsOf, policiesOf } from './policies';

export const neverReset: Rule = {
  id: 'DAPR149',
  severity: 'info',
  title: 'A circuit breaker that counts failures for ever',
  why: 'A closed circuit breaker forgets its counts only at the end of each interval, and by default there is none. A condition on totalFailures alone comes true some day, however rare the failures are.',
  fix: 'Set an interval, or look at consecutiveFailures.',
  source: 'pkg/resiliency/breaker/circuitbreaker.go CircuitBreaker; sony/gobreaker Settings',
  facts: ['R131'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { circuitBreakers: { simple: { trip: totalFailures > 10, timeout: 30s } } }
  targets: { apps: { orders: { circuitBreaker: simple } } }
`,
      says: ["the circuit breaker 'simple' never forgets its totalFailures, because it has no interval"],
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
    circuitBreakers:
      simple: { trip: totalFailures > 10, interval: 60s, timeout: 30s }
      ratio: { trip: "requests > 10 && totalFailures * 2 > requests" }
      plain: { trip: consecutiveFailures > 5 }
  targets: { apps: { orders: { circuitBreaker: simple }, billing: { circuitBreaker: plain }, stock: { circuitBreaker: ratio } } }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { name, value, path } of policiesOf(resource, 'circuitBreakers')) {
        const { trip, interval } = mapping(value);
        const resets = interval !== undefined && interval !== null && interval !== '' && (millisecondsOf(interval) ?? 1) > 0;
        const condition = text(trip) ?? '';
        if (!resets && /\btotalFailures\b/.test(condition) && !/\b(requests|totalSuccesses|consecutive\w+)\b/.test(condition)) {
          const message = `the circuit breaker '${name}' never forgets its totalFailures, because it has no interval`;
          report.add(resource.manifest, path, message);
        }
      }
    }
  },
};
