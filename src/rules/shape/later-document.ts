import type { Rule } from '../rule';

export const laterDocument: Rule = {
  id: 'DAPR026',
  severity: 'error',
  title: 'A self-hosted Configuration further down a file',
  why: 'A self-hosted sidecar reads only the first document of the file that --config names; a Configuration behind it is never loaded, and nothing is logged.',
  fix: 'Put the Configuration into a file of its own.',
  source: 'pkg/config/configuration.go LoadStandaloneConfiguration',
  facts: ['R037'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec: { tracing: { samplingRate: '1' } }
`,
      target: 'self-hosted',
      says: ['this Configuration is document 2 of its file: a self-hosted sidecar reads the first one only'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec: { tracing: { samplingRate: '1' } }
---
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      target: 'self-hosted',
    },
  ],
  check({ manifests, target }, report) {
    // Most files with several documents are for a cluster: without a target this would be noise.
    if (target !== 'self-hosted') {
      return;
    }
    const documents = new Map<string, number>();
    for (const manifest of manifests) {
      const place = (documents.get(manifest.source) ?? 0) + 1;
      documents.set(manifest.source, place);
      if (place > 1 && manifest.daprKind === 'Configuration') {
        report.add(manifest, [], `this Configuration is document ${place} of its file: a self-hosted sidecar reads the first one only`);
      }
    }
  },
};
