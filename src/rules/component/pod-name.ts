import type { Rule } from '../rule';

export const podName: Rule = {
  id: 'DAPR071',
  severity: 'error',
  title: 'The template {podName} outside of Kubernetes',
  why: 'The sidecar fills in the name of its pod; self-hosted it has none, and refuses the component.',
  fix: 'Write {uuid} where each sidecar needs a name of its own, or {appID}.',
  source: 'pkg/runtime/meta/meta.go convertItemsToProps',
  facts: ['R070'],
  symptoms: [/refers to \{podName\} but podName is not set/],
  bad: [
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: consumerID, value: 'orders-{podName}' }] }
`,
      says: ["'consumerID' asks for {podName}, which only a sidecar on Kubernetes has"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: consumerID, value: '{podName}' }] }
---
version: 1
apps: [{ appID: orders, appDirPath: ./orders }]
`,
      says: ["'consumerID' asks for {podName}, which only a sidecar on Kubernetes has"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: events }
spec: { type: pubsub.redis, version: v1, metadata: [{ name: consumerID, value: '{podName}' }] }
`,
    },
  ],
  check({ components, target }, report) {
    // Where nobody says where it runs, who asks for a pod means Kubernetes.
    for (const { manifest, metadata } of target === 'self-hosted' ? components : []) {
      for (const { name, path } of metadata.filter(({ value }) => value?.includes('{podName}'))) {
        report.add(manifest, [...path, 'value'], `'${name}' asks for {podName}, which only a sidecar on Kubernetes has`);
      }
    }
  },
};
