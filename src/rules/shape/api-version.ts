import { didYouMean } from '../../private/nearest';
import { DAPR_KINDS } from '../model/kinds';
import type { Rule } from '../rule';

export const apiVersion: Rule = {
  id: 'DAPR022',
  severity: 'error',
  title: 'An apiVersion or kind that Dapr does not have',
  why: 'The API server knows no such resource and refuses it; a self-hosted sidecar skips such files without a word, but looks at neither of the two in its configuration, and not at the apiVersion of a Resiliency.',
  fix: 'Write the apiVersion that the message names.',
  source: 'charts/dapr/crds; pkg/internal/loader/disk/manifest.go decodeYaml; pkg/resiliency/resiliency.go loadLocalResiliencyPath',
  facts: ['R037'],
  demand: [51],
  symptoms: [/no matches for kind "\w+" in version "dapr\.io\/[^"]+"/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      says: ["a Component has the apiVersion dapr.io/v1alpha1: got 'dapr.io/v1'"],
    },
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
      says: ["there is no kind 'component' in dapr.io; did you mean 'Component'?"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Component
metadata: { name: statestore }
spec: { type: state.in-memory, version: v1, metadata: [] }
`,
    },
    {
      yaml: `
apiVersion: dapr.io/v2alpha1
kind: Resiliency
metadata: { name: shop }
spec: { policies: {}, targets: {} }
`,
      target: 'self-hosted',
    },
  ],
  check({ manifests }, report) {
    for (const manifest of manifests) {
      const { daprKind: kind } = manifest;
      if (kind === undefined) {
        if (manifest.apiVersion.startsWith('dapr.io/') && manifest.kind !== '') {
          report.add(manifest, ['kind'], unknownKind(manifest.kind));
        }
      } else if (manifest.kind !== kind) {
        report.add(manifest, ['kind'], unknownKind(manifest.kind), { only: kind === 'Configuration' ? 'kubernetes' : undefined });
      } else if (!DAPR_KINDS[kind].includes(manifest.apiVersion)) {
        const [newest] = DAPR_KINDS[kind];
        report.add(manifest, ['apiVersion'], `a ${kind} has the apiVersion ${newest}: got '${manifest.apiVersion}'`, {
          fix: `Write apiVersion: ${newest}.`,
          only: kind === 'Configuration' || kind === 'Resiliency' ? 'kubernetes' : undefined,
        });
      }
    }
  },
};

function unknownKind(kind: string): string {
  return `there is no kind '${kind}' in dapr.io${didYouMean(kind, Object.keys(DAPR_KINDS)) || `: expected one of ${Object.keys(DAPR_KINDS).join(', ')}`}`;
}
