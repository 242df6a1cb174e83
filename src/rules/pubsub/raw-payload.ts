import { mapping } from '../read';
import type { Rule } from '../rule';
import { subscriptionsOf } from './subscription';

/** What Go's strconv.ParseBool takes. */
const BOOL = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)?$/;

export const rawPayload: Rule = {
  id: 'DAPR109',
  severity: 'error',
  title: 'A rawPayload that is neither true nor false',
  why: 'Dapr reads the text only when a message comes, and then fails each one: it is retried, or goes to the dead letter topic.',
  fix: 'Write rawPayload: "true" or "false", in quotes.',
  source: 'components-contrib metadata/utils.go IsRawPayload',
  facts: ['R107'],
  symptoms: [/rawPayload value must be a valid boolean: actual is '/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders }, metadata: { rawPayload: 'yes' } }
`,
      says: ["rawPayload is 'true' or 'false': got 'yes'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders }, metadata: { rawpayload: 'true' } }
`,
      says: ["'rawpayload' is not read, so messages are taken for CloudEvents: write 'rawPayload'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Subscription
metadata: { name: orders }
spec: { pubsubname: pubsub, topic: orders, routes: { default: /orders }, metadata: { rawPayload: 'true' } }
`,
    },
  ],
  check(model, report) {
    for (const { manifest, spec } of subscriptionsOf(model)) {
      for (const [key, value] of Object.entries(mapping(spec.metadata))) {
        const path = ['spec', 'metadata', key];
        if (key === 'rawPayload') {
          if (typeof value === 'string' && !BOOL.test(value)) {
            report.add(manifest, path, `rawPayload is 'true' or 'false': got '${value}'`);
          }
        } else if (key.toLowerCase() === 'rawpayload') {
          const message = `'${key}' is not read, so messages are taken for CloudEvents: write 'rawPayload'`;
          report.add(manifest, path, message, { severity: 'warning', fix: 'Write rawPayload exactly so.' });
        }
      }
    }
  },
};
