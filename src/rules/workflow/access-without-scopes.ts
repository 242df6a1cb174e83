import type { Rule } from '../rule';

export const accessWithoutScopes: Rule = {
  id: 'DAPR209',
  severity: 'warning',
  title: 'A WorkflowAccessPolicy for every application',
  why: 'The scopes say whose workflows a policy protects, not who may call. Without scopes it protects those of every application of the namespace, and what no rule grants is denied to all others.',
  fix: 'List under scopes the applications whose workflows the policy is about.',
  source: 'pkg/internal/loader/kubernetes/workflowaccesspolicies.go Load; pkg/acl/workflow/policy.go Evaluate',
  facts: ['R215', 'R216'],
  since: '1.18',
  symptoms: [/access denied by workflow access policy/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
`,
      says: ['without scopes it closes the workflows of every application of the namespace, to all but the callers of its rules'],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
`,
    },
  ],
  check({ workflowAccessPolicies }, report) {
    for (const { manifest, scopes } of workflowAccessPolicies) {
      if (scopes === undefined) {
        const message = 'without scopes it closes the workflows of every application of the namespace, to all but the callers of its rules';
        report.add(manifest, [], message);
      }
    }
  },
};
