import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { accessRulesOf } from './access-rules';
import { brokenGlob } from './glob';

export const brokenPattern: Rule = {
  id: 'DAPR208',
  severity: 'error',
  title: 'A name of workflows that is no pattern',
  why: 'Names are patterns with *, ? and classes of letters such as [a-z]. One that cannot be read is skipped with a warning, and what it should grant is denied.',
  fix: 'Close each [ with a ], and put a \\ before a letter that is meant as it stands.',
  source: 'pkg/acl/workflow/policy.go Compile; Go path.Match',
  facts: ['R218'],
  since: '1.18',
  symptoms: [/Invalid glob pattern '.*' in WorkflowAccessPolicy '/],
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
      workflows: [{ name: "Process[", operations: [schedule] }]
      activities: [{ name: "Charge[]*" }, { name: "Refund[a-]" }, { name: 'Pay\\' }]
`,
      says: [
        "'Charge[]*' is no pattern, so the entry grants nothing: there is a ']' where a letter should be",
        "'Refund[a-]' is no pattern, so the entry grants nothing: there is a ']' where a letter should be",
        "'Pay\\' is no pattern, so the entry grants nothing: there is nothing behind the last '\\'",
        "'Process[' is no pattern, so the entry grants nothing: a ']' is missing",
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
spec:
  rules:
    - callers: [{ appID: checkout }]
      workflows: [{ name: "Process*", operations: [schedule] }]
      activities: [{ name: "Charge[A-Z^]?" }, { name: 'Pay\\[' }, { name: "a]" }]
`,
    },
  ],
  check({ workflowAccessPolicies }, report) {
    for (const policy of workflowAccessPolicies) {
      for (const { name, path } of accessRulesOf(policy).flatMap(({ grants }) => grants)) {
        const broken = isUnrendered(name) ? undefined : brokenGlob(name);
        if (broken !== undefined) {
          report.add(policy.manifest, [...path, 'name'], `'${name}' is no pattern, so the entry grants nothing: ${broken}`);
        }
      }
    }
  },
};
