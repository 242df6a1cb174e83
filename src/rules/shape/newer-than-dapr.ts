import type { Rule } from '../rule';
import { differencesOf } from './differences';
import { shapeOf } from './resource-shape';

export const newerThanDapr: Rule = {
  id: 'DAPR021',
  severity: 'error',
  title: 'A kind or field that the Dapr of these manifests does not have yet',
  why: 'The CRDs of a Dapr that is older than the field prune it without a word, and do not know a kind that came later; Helm does not upgrade CRDs by itself.',
  fix: 'Remove it, or upgrade Dapr and its CRDs and say which Dapr the manifests are for.',
  source: 'charts/dapr/crds; docs/release_notes',
  facts: ['R035'],
  demand: [9],
  symptoms: [/no matches for kind "(MCPServer|WorkflowAccessPolicy)" in version "dapr\.io\/v1alpha1"/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: MCPServer
metadata: { name: tools }
spec: { endpoint: { streamableHTTP: { url: 'http://tools:8080/mcp' } } }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec: { workflow: { globalMaxConcurrentWorkflowInvocations: 10 } }
`,
      daprVersion: '1.17',
      says: [
        'Dapr has the kind MCPServer since 1.18: these manifests are for 1.17',
        "Dapr has 'globalMaxConcurrentWorkflowInvocations' since 1.18: these manifests are for 1.17",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: app }
spec: { workflow: { globalMaxConcurrentWorkflowInvocations: 10 } }
`,
    },
  ],
  check(model, report) {
    const { name: version } = model.daprVersion;
    const isHere = (since: string | undefined): boolean => since === undefined || minor(since) <= minor(version);
    for (const manifest of model.manifests) {
      const since = shapeOf(manifest)?.since;
      if (!isHere(since)) {
        report.add(manifest, ['kind'], `Dapr has the kind ${manifest.kind} since ${since}: these manifests are for ${version}`);
      }
    }
    for (const { manifest, shape, difference } of differencesOf(model, 'newer field')) {
      if (isHere(shape.since) && !isHere(difference.since)) {
        const message = `Dapr has '${difference.name}' since ${difference.since}: these manifests are for ${version}`;
        report.add(manifest, difference.path, message);
      }
    }
  },
};

/** Also of a version that is too old to be a DaprVersion. */
function minor(version: string): number {
  return Number(version.split('.')[1]);
}
