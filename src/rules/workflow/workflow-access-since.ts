import type { Rule } from '../rule';

export const workflowAccessSince: Rule = {
  id: 'DAPR205',
  severity: 'error',
  title: 'A WorkflowAccessPolicy for a Dapr that has none',
  why: 'Dapr knows WorkflowAccessPolicies since version 1.18. Before, the API server has no such kind, and a self-hosted sidecar skips the file without a word: everyone may run the workflows.',
  fix: 'Use Dapr 1.18 or later, or leave the WorkflowAccessPolicy out.',
  source: 'charts/dapr/crds/workflowaccesspolicy.yaml',
  facts: ['R222'],
  until: '1.17',
  symptoms: [/no matches for kind "WorkflowAccessPolicy" in version "dapr\.io\/v1alpha1"/],
  bad: [
    {
      daprVersion: '1.17',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
`,
      says: ['Dapr 1.17 has no WorkflowAccessPolicy: it came with 1.18'],
    },
  ],
  good: [
    {
      daprVersion: '1.18',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
`,
    },
  ],
  check({ workflowAccessPolicies, daprVersion }, report) {
    for (const { manifest } of workflowAccessPolicies) {
      report.add(manifest, ['kind'], `Dapr ${daprVersion} has no WorkflowAccessPolicy: it came with 1.18`);
    }
  },
};
