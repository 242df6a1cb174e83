import type { Rule } from '../rule';

export const consumerIdName: Rule = {
  id: 'DAPR096',
  severity: 'error',
  title: 'A consumerID in other letters',
  why: 'Dapr adds a consumerID of its own, the app id, to every pub/sub component that has none in exactly these letters. A second one in other letters is dropped, or the component stops over the duplicate.',
  fix: 'Write consumerID exactly so.',
  source: 'pkg/runtime/processor/pubsub/pubsub.go Init; kit metadata/utils.go',
  facts: ['R092'],
  symptoms: [/key consumerid is duplicate in the metadata/i],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: consumerId, value: mail }] }
`,
      says: ["'consumerId' loses against the app id that Dapr adds as 'consumerID': write 'consumerID'"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: pubsub }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: redisHost, value: 'redis:6379' }, { name: consumerID, value: mail }] }
`,
    },
  ],
  check({ components }, report) {
    for (const { manifest, category, facts, metadata } of components) {
      // The store in memory has no consumers to tell apart: there the key is merely unknown.
      if (category !== 'pubsub' || facts === undefined || facts.type === 'pubsub.in-memory') {
        continue;
      }
      for (const { name, path } of metadata) {
        if (name !== 'consumerID' && name.toLowerCase() === 'consumerid') {
          report.add(manifest, [...path, 'name'], `'${name}' loses against the app id that Dapr adds as 'consumerID': write 'consumerID'`);
        }
      }
    }
  },
};
