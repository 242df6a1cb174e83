import type { Rule } from '../rule';
import { accessRulesOf } from './access-rules';

export const grantsNothing: Rule = {
  id: 'DAPR206',
  severity: 'error',
  title: 'A rule that grants neither a workflow nor an activity',
  why: 'The API server refuses the WorkflowAccessPolicy. A self-hosted sidecar skips it with a warning; where it was the only one, every application may run the workflows.',
  fix: 'List what the callers may run under workflows or activities.',
  source: 'charts/dapr/crds/workflowaccesspolicy.yaml; pkg/runtime/workflowaccesspolicy.go loadWorkflowAccessPolicies',
  facts: ['R214', 'R220'],
  since: '1.18',
  symptoms: [/at least one of workflows or activities must contain a rule/, /WorkflowAccessPolicy \\?"[^"]*" failed validation, skipping/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec:
  rules:
    - callers: [{ appID: checkout }]
    - { callers: [{ appID: billing }], workflows: [] }
`,
      says: [
        'a rule needs one or more of workflows or activities: got none, so the whole policy is refused',
        'a rule needs one or more of workflows or activities: got none, so the whole policy is refused',
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], activities: [{ name: ChargePayment }] }] }
`,
    },
  ],
  check({ workflowAccessPolicies }, report) {
    for (const policy of workflowAccessPolicies) {
      for (const { grants, path } of accessRulesOf(policy)) {
        if (grants.length === 0) {
          const message = 'a rule needs one or more of workflows or activities: got none, so the whole policy is refused';
          report.add(policy.manifest, path, message);
        }
      }
    }
  },
};
