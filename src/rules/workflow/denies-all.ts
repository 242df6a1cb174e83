import { list } from '../read';
import type { Rule } from '../rule';

export const deniesAll: Rule = {
  id: 'DAPR211',
  severity: 'info',
  title: 'A WorkflowAccessPolicy without rules',
  why: 'As soon as an application sees one policy, what no rule grants is denied to all others. A policy without rules grants nothing.',
  fix: 'Add rules for the applications that may call, unless nobody is to.',
  source: 'pkg/acl/workflow/policy.go Compile, Evaluate',
  facts: ['R215'],
  since: '1.18',
  symptoms: [/access denied by workflow access policy/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [] }
`,
      says: ['it has no rules, so no other application may run the workflows'],
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
    for (const { manifest, spec } of workflowAccessPolicies) {
      if (list(spec.rules).length === 0) {
        report.add(manifest, ['spec'], 'it has no rules, so no other application may run the workflows');
      }
    }
  },
};
