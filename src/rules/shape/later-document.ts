import { daprKindOf } from '../model/kinds';
import { Manifest } from '../model/manifest';
import type { Rule } from '../rule';

export const laterDocument: Rule = {
  id: 'DAPR026',
  severity: 'error',
  title: 'A Resiliency or Configuration that is not the first document of its file',
  why: 'A self-hosted sidecar reads only the first document of a file for these two kinds; what follows is never loaded, and nothing is logged.',
  fix: 'Put it into a file of its own.',
  source: 'pkg/resiliency/resiliency.go loadLocalResiliencyPath; pkg/config/configuration.go LoadStandaloneConfiguration',
  facts: ['R037', 'R139'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
---
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: {}, targets: {} }
`,
      target: 'self-hosted',
      says: ['this Resiliency is document 2 of its file: a self-hosted sidecar reads the first one only'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: {}, targets: {} }
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
      if (place > 1 && isFirstOnly(manifest)) {
        report.add(manifest, [], `this ${manifest.kind} is document ${place} of its file: a self-hosted sidecar reads the first one only`);
      }
    }
  },
};

function isFirstOnly(manifest: Manifest): boolean {
  const kind = daprKindOf(manifest);
  return kind === 'Resiliency' || kind === 'Configuration';
}
