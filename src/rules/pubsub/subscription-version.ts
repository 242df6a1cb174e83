import type { Rule } from '../rule';
import { subscriptionsOf } from './subscription';

export const subscriptionVersion: Rule = {
  id: 'DAPR101',
  severity: 'error',
  title: 'A route in the words of the other Subscription version',
  why: 'Version v1alpha1 has one route, v2alpha1 has routes with rules and a default. The word of the other version is not read: the API server refuses the object, or the messages are taken and dropped.',
  fix: 'Write route with apiVersion dapr.io/v1alpha1, or routes with apiVersion dapr.io/v2alpha1.',
  source: 'pkg/apis/subscriptions/v2alpha1/conversion.go; charts/dapr/crds/subscription.yaml',
  facts: ['R098'],
  demand: [15],
  symptoms: [/Subscription .*spec\.routes?: Required value/, /strict decoding error: unknown field "spec\.routes?"/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, route: /orders }
`,
      says: ["dapr.io/v2alpha1 does not read 'route': write routes.default: /orders"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Subscription
metadata: { name: orders }
spec:
  pubsubname: pubsub
  topic: orders
  routes: { rules: [{ match: event.type == "new", path: /new }], default: /orders }
`,
      says: ["dapr.io/v1alpha1 does not read 'routes': write apiVersion: dapr.io/v2alpha1"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, route: /orders }
---
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: parts }
spec: { pubsubname: pubsub, topic: parts, routes: { default: /parts } }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, spec, isV1 } of subscriptionsOf(model)) {
      if (manifest.apiVersion === 'dapr.io/v2alpha1' && spec.route !== undefined && spec.routes === undefined) {
        const to = typeof spec.route === 'string' ? ` ${spec.route}` : '';
        report.add(manifest, ['spec', 'route'], `dapr.io/v2alpha1 does not read 'route': write routes.default:${to}`);
      } else if (isV1 && spec.routes !== undefined && spec.route === undefined) {
        report.add(manifest, ['spec', 'routes'], "dapr.io/v1alpha1 does not read 'routes': write apiVersion: dapr.io/v2alpha1");
      }
    }
  },
};
