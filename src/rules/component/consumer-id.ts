import type { Rule } from '../rule';
import { knownComponents } from './metadata-keys';

export const consumerId: Rule = {
  id: 'DAPR062',
  severity: 'error',
  title: "'consumerID' of a pub/sub component in another spelling",
  why: "The sidecar adds 'consumerID' where the metadata has none in this spelling; most components then have two keys that differ only in case, and refuse to start.",
  fix: "Write 'consumerID'.",
  source: 'pkg/runtime/processor/pubsub/pubsub.go Init; kit/metadata/utils.go resolveAliases',
  facts: ['R092'],
  symptoms: [/key consumerid is duplicate in the metadata/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec:
  type: pubsub.mqtt3
  version: v1
  metadata: [{ name: url, value: 'mqtt://mosquitto:1883' }, { name: consumerId, value: orders }]
`,
      says: ["'consumerId' of pubsub.mqtt3 collides with the 'consumerID' that the sidecar adds: write 'consumerID'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: consumerid, value: orders }] }
`,
      says: ["'consumerid' of pubsub.redis is dropped for the 'consumerID' that the sidecar adds: write 'consumerID'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: consumerID, value: orders }] }
`,
    },
  ],
  check(model, report) {
    for (const { category, facts, manifest, metadata } of knownComponents(model)) {
      const items = metadata.filter(
        ({ name }) => category === 'pubsub' && facts.decoder !== 'itself' && name.toLowerCase() === 'consumerid',
      );
      for (const { name, path } of items.filter((item) => item.name !== 'consumerID')) {
        const what = facts.decoder === undefined ? 'collides with' : 'is dropped for';
        const message = `'${name}' of ${facts.type} ${what} the 'consumerID' that the sidecar adds: write 'consumerID'`;
        report.add(manifest, [...path, 'name'], message);
      }
    }
  },
};
