import type { Rule } from '../rule';

export const namespacedTopics: Rule = {
  id: 'DAPR072',
  severity: 'info',
  title: 'The template {namespace} in the metadata of a pub/sub component',
  why: 'It does more than to fill in a text: the sidecar then puts the namespace in front of every topic that it publishes to or subscribes, and applications of other namespaces share no topic with it.',
  fix: 'Keep it where topics are meant to be apart by namespace, or write the namespace out.',
  source: 'pkg/runtime/meta/meta.go ContainsNamespace; pkg/runtime/processor/pubsub/pubsub.go Init',
  facts: ['R071'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: consumerID, value: '{namespace}' }] }
`,
      says: ["{namespace} in 'consumerID' puts the namespace in front of every topic of events"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: consumerID, value: '{appID}' }] }
`,
    },
  ],
  check({ components }, report) {
    for (const { category, name, manifest, metadata } of components) {
      const item = category === 'pubsub' ? metadata.find(({ value }) => value?.includes('{namespace}')) : undefined;
      if (item !== undefined) {
        report.add(
          manifest,
          [...item.path, 'value'],
          `{namespace} in '${item.name}' puts the namespace in front of every topic of ${name}`,
        );
      }
    }
  },
};
