import type { Rule } from '../rule';
import { accessRulesOf } from './access-rules';

export const operationTwice: Rule = {
  id: 'DAPR207',
  severity: 'error',
  title: 'An operation that is listed twice',
  why: 'The operations of a workflow are a set for the API server: it refuses a WorkflowAccessPolicy that lists one of them twice. A self-hosted sidecar does not mind.',
  fix: 'List each operation once.',
  source: 'charts/dapr/crds/workflowaccesspolicy.yaml',
  facts: ['R214'],
  since: '1.18',
  symptoms: [/spec\.rules\[\d+\]\.workflows\[\d+\]\.operations\[\d+\]: Duplicate value/],
  bad: [
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule, get, schedule] }] }] }
`,
      says: ["the API server refuses the policy, because 'schedule' is listed twice"],
    },
  ],
  good: [
    {
      target: 'kubernetes',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule, get] }] }] }
`,
    },
  ],
  check({ workflowAccessPolicies }, report) {
    for (const policy of workflowAccessPolicies) {
      for (const { operations, path } of accessRulesOf(policy).flatMap(({ grants }) => grants)) {
        const twice = operations.findIndex((operation, i) => operations.indexOf(operation) < i);
        if (twice >= 0) {
          const message = `the API server refuses the policy, because '${operations[twice]}' is listed twice`;
          report.add(policy.manifest, [...path, 'operations', twice], message, { only: 'kubernetes' });
        }
      }
    }
  },
};
