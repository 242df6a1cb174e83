import type { Rule } from '../rule';

export const firstDocument: Rule = {
  id: 'DAPR141',
  severity: 'error',
  title: 'A self-hosted Resiliency further down a file',
  why: 'A self-hosted sidecar reads the first YAML document of each file when it looks for policies. A Resiliency behind it is never loaded, and nothing is logged.',
  fix: 'Move the Resiliency into a file of its own.',
  source: 'pkg/resiliency/resiliency.go loadLocalResiliencyPath',
  facts: ['R121', 'R139'],
  demand: [14],
  bad: [
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: { timeouts: { short: 1s } }, targets: { components: { statestore: { outbound: { timeout: short } } } } }
`,
      says: ['a self-hosted sidecar loads no Resiliency that is not the first document of its file'],
    },
  ],
  good: [
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: { timeouts: { short: 1s } }, targets: { components: { statestore: { outbound: { timeout: short } } } } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
    },
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: { timeouts: { short: 1s } }, targets: { components: { statestore: { outbound: { timeout: short } } } } }
`,
    },
  ],
  check({ manifests, resiliencies, target }, report) {
    // Most files with several documents are for Kubernetes: where nobody says, they are no mistake.
    if (target !== 'self-hosted') {
      return;
    }
    const firsts = new Map<string, number>();
    for (const { source, index } of manifests) {
      if (!firsts.has(source)) {
        firsts.set(source, index);
      }
    }
    for (const { manifest } of resiliencies) {
      if (firsts.get(manifest.source) !== manifest.index) {
        const message = 'a self-hosted sidecar loads no Resiliency that is not the first document of its file';
        report.add(manifest, [], message);
      }
    }
  },
};
