import { DaprVersion } from '../../dapr-version';
import type { Rule } from '../rule';
import { accessRulesOf } from './access-rules';

export const accessRequires: Rule = {
  id: 'DAPR214',
  severity: 'error',
  title: 'A condition on the history of a workflow that does not hold',
  why: 'Dapr knows requires since version 1.19. Before, it is dropped without a word, and the rule grants without the condition. It is about starting a workflow, and goes with the single operation schedule.',
  fix: 'Use Dapr 1.19 with its CRDs, and a rule with operations: [schedule] of its own.',
  source: 'charts/dapr/crds/workflowaccesspolicy.yaml; pkg/acl/workflow/policy.go Evaluate',
  facts: ['R214'],
  since: '1.18',
  bad: [
    {
      daprVersion: '1.18',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec:
  rules:
    - callers: [{ appID: checkout }]
      workflows:
        - name: ProcessOrder
          operations: [schedule]
          requires: [{ eventType: activity.completed, name: ChargePayment, appID: checkout }]
`,
      says: ["Dapr 1.18 drops requires, and grants 'ProcessOrder' without the condition"],
    },
    {
      daprVersion: '1.19',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec:
  rules:
    - callers: [{ appID: checkout }]
      workflows:
        - name: ProcessOrder
          operations: [schedule, get]
          requires: [{ eventType: activity.completed, name: ChargePayment, appID: checkout }]
`,
      says: ["requires goes with operations: [schedule] only: got 'schedule', 'get'"],
    },
  ],
  good: [
    {
      daprVersion: '1.19',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec:
  rules:
    - callers: [{ appID: checkout }]
      workflows:
        - name: ProcessOrder
          operations: [schedule]
          requires: [{ eventType: activity.completed, name: ChargePayment, appID: checkout }]
      activities:
        - { name: Refund, requires: [{ eventType: workflow.completed, name: ProcessOrder, appID: orders }] }
`,
    },
  ],
  check({ workflowAccessPolicies, daprVersion }, report) {
    const known = daprVersion.isAtLeast(DaprVersion.V1_19);
    for (const policy of workflowAccessPolicies) {
      const { manifest } = policy;
      for (const { kind, name, operations, item, path } of accessRulesOf(policy).flatMap(({ grants }) => grants)) {
        if (item.requires === undefined || item.requires === null) {
          continue;
        }
        if (!known) {
          const message = `Dapr ${daprVersion} drops requires, and grants '${name}' without the condition`;
          report.add(manifest, [...path, 'requires'], message);
        } else if (kind === 'workflows' && (operations.length !== 1 || operations[0] !== 'schedule')) {
          const found = operations.map((operation) => `'${operation}'`).join(', ') || 'none';
          report.add(manifest, [...path, 'requires'], `requires goes with operations: [schedule] only: got ${found}`, {
            severity: 'warning',
          });
        }
      }
    }
  },
};
