import { didYouMean } from '../../private/nearest';
import type { Resource } from '../model/resource';
import { mapping, text } from '../read';
import type { Report } from '../report';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { policiesOf, targetsOf } from './policies';

const SCOPES = ['type', 'id', 'both'];

export const breakerSetting: Rule = {
  id: 'DAPR140',
  severity: 'error',
  title: 'A circuit breaker setting that voids the resource',
  why: 'An actor target with a circuit breaker must say whether actors share it; a cache size and a number of requests cannot be negative. At the first such mistake the sidecar logs one line, and drops the targets of the resource.',
  fix: 'Set circuitBreakerScope to type or id, and sizes to 1 or more.',
  source:
    'pkg/resiliency/resiliency.go decodeTargets, ParseActorCircuitBreakerScope; pkg/resiliency/breaker/circuitbreaker.go CircuitBreaker',
  facts: ['R121', 'R135', 'R136'],
  symptoms: [
    /actor circuit breakers must include scope/,
    /unknown circuit breaker scope \\?"/,
    /Could not read resiliency policy .*must provide a positive size/,
    /Could not read resiliency policy .*overflows uint/,
  ],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { circuitBreakers: { simple: { trip: consecutiveFailures > 8 } } }
  targets:
    actors:
      OrderActor: { circuitBreaker: simple }
      StockActor: { circuitBreaker: simple, circuitBreakerScope: Type }
`,
      says: [
        "circuitBreakerScope is required where an actor has a circuitBreaker, so Dapr drops targets of this Resiliency: expected 'type' or 'id'",
        "'Type' is no circuitBreakerScope, so Dapr drops targets of this Resiliency; did you mean 'type'?",
      ],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec:
  policies: { circuitBreakers: { simple: { maxRequests: -1 } } }
  targets:
    apps: { orders: { circuitBreaker: simple, circuitBreakerCacheSize: -1 } }
    actors: { OrderActor: { circuitBreaker: simple, circuitBreakerScope: both, circuitBreakerCacheSize: -5 } }
`,
      says: [
        'maxRequests cannot be negative, so Dapr drops all targets of this Resiliency: got -1, expected 1 or more',
        'circuitBreakerCacheSize cannot be negative, so Dapr drops targets of this Resiliency: got -5, expected 1 or more',
        "the circuitBreakerScope 'both' behaves like 'id'",
        'circuitBreakerCacheSize cannot be negative, so Dapr drops targets of this Resiliency: got -1, expected 1 or more',
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
  policies: { circuitBreakers: { simple: { maxRequests: 1, trip: consecutiveFailures > 8 } } }
  targets:
    apps: { orders: { circuitBreaker: simple, circuitBreakerCacheSize: 0 } }
    actors:
      OrderActor: { circuitBreaker: simple, circuitBreakerScope: type, circuitBreakerCacheSize: 500 }
      StockActor: { circuitBreakerScope: anything }
`,
    },
  ],
  check({ resiliencies }, report) {
    for (const resource of resiliencies) {
      for (const { value, path } of policiesOf(resource, 'circuitBreakers')) {
        const { maxRequests } = mapping(value);
        if (typeof maxRequests === 'number' && maxRequests < 0) {
          const message = `maxRequests cannot be negative, so Dapr drops all targets of this Resiliency: got ${maxRequests}, expected 1 or more`;
          report.add(resource.manifest, [...path, 'maxRequests'], message);
        }
      }
      checkTargets(resource, report);
    }
  },
};

function checkTargets(resource: Resource, report: Report): void {
  for (const { kind, body, path } of targetsOf(resource)) {
    const size = body.circuitBreakerCacheSize;
    if (kind !== 'components' && typeof size === 'number' && size < 0) {
      const message = `circuitBreakerCacheSize cannot be negative, so Dapr drops targets of this Resiliency: got ${size}, expected 1 or more`;
      report.add(resource.manifest, [...path, 'circuitBreakerCacheSize'], message);
    }
    if (kind !== 'actors' || (text(body.circuitBreaker) ?? '') === '') {
      continue;
    }
    const scope = body.circuitBreakerScope;
    if (scope === undefined || scope === null || scope === '') {
      const message = `circuitBreakerScope is required where an actor has a circuitBreaker, so Dapr drops targets of this Resiliency: expected 'type' or 'id'`;
      report.add(resource.manifest, path, message);
    } else if (typeof scope === 'string' && !SCOPES.includes(scope) && !isUnrendered(scope)) {
      const hint = didYouMean(scope, SCOPES) || `: expected 'type' or 'id'`;
      const message = `'${scope}' is no circuitBreakerScope, so Dapr drops targets of this Resiliency${hint}`;
      report.add(resource.manifest, [...path, 'circuitBreakerScope'], message);
    } else if (scope === 'both') {
      report.add(resource.manifest, [...path, 'circuitBreakerScope'], "the circuitBreakerScope 'both' behaves like 'id'", {
        severity: 'info',
        fix: 'Write id, or type where all actors of the type share one circuit breaker.',
      });
    }
  }
}
