import type { Rule } from '../rule';
import { accessRulesOf } from './access-rules';

export const ownCaller: Rule = {
  id: 'DAPR210',
  severity: 'warning',
  title: 'A caller that is the protected application itself',
  why: 'An application may always run its own workflows: policies are only asked about others. A rule for the application itself has no effect, and often the target was meant to stand under scopes, and another one under callers.',
  fix: 'Name the applications that call under callers, and the one that has the workflows under scopes.',
  source: 'pkg/actors/targets/workflow/orchestrator/accesspolicy.go checkAccessPolicy',
  facts: ['R217'],
  since: '1.18',
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: orders }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
`,
      says: ["'orders' may run its own workflows anyway: expected the applications that call it"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders, billing]
spec: { rules: [{ callers: [{ appID: orders }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
`,
    },
  ],
  check({ workflowAccessPolicies }, report) {
    for (const policy of workflowAccessPolicies) {
      const targets = new Set(policy.scopes);
      for (const { appId, path } of accessRulesOf(policy).flatMap(({ callers }) => callers)) {
        // Of several protected applications, one may call the others.
        if (targets.size === 1 && targets.has(appId)) {
          report.add(policy.manifest, path, `'${appId}' may run its own workflows anyway: expected the applications that call it`);
        }
      }
    }
  },
};
