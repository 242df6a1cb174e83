import { isMapping, mapping } from '../read';
import type { Rule } from '../rule';
import { subscriptionsOf } from './subscription';

export const noRoute: Rule = {
  id: 'DAPR102',
  severity: 'error',
  title: 'A Subscription without any route',
  why: 'With neither rules nor a default no message has anywhere to go: each is taken from the broker, acknowledged and dropped. Only the debug log tells.',
  fix: 'Write the path of the application into routes.default.',
  source: 'pkg/runtime/subscription/subscription.go findMatchingRoute',
  facts: ['R101'],
  demand: [15],
  symptoms: [/no matching route for event .* skipping/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: {} }
`,
      says: ["routes has neither rules nor a default, so every message of 'orders' is acknowledged and dropped"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, route: '' }
`,
      says: ["route is empty, so every message of 'orders' is acknowledged and dropped"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: orders } }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, spec, topic, isV1, rules, fallback } of subscriptionsOf(model)) {
      const isEmpty = isV1 ? spec.route === '' : isMapping(spec.routes) && rules.length === 0 && (fallback ?? '') === '';
      if (isEmpty && !hasOtherLetters(spec.routes)) {
        const what = isV1 ? 'route is empty' : 'routes has neither rules nor a default';
        const path = ['spec', isV1 ? 'route' : 'routes'];
        report.add(manifest, path, `${what}, so every message of '${topic}' is acknowledged and dropped`);
      }
    }
  },
};

/** A self-hosted sidecar reads keys in any case; the shape is judged elsewhere. */
function hasOtherLetters(routes: unknown): boolean {
  const { rules, default: fallback, ...others } = mapping(routes);
  const isShaped = (rules === undefined || Array.isArray(rules)) && (fallback === undefined || fallback === null || fallback === '');
  return !isShaped || Object.keys(others).some((key) => /^(rules|default)$/i.test(key));
}
