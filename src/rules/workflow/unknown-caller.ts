import { mayShareNamespace } from '../model/manifest';
import { NearMisses } from '../near-miss';
import type { Rule } from '../rule';
import { isUnrendered } from '../unrendered';
import { accessRulesOf } from './access-rules';

export const unknownCaller: Rule = {
  id: 'DAPR212',
  severity: 'error',
  title: 'A caller that no application is',
  why: 'A rule grants to app ids, letter by letter. One that no application of the namespace has is granted in vain: calls from other namespaces are denied whatever the rules say.',
  fix: 'Write the app id of an application of the same namespace.',
  source: 'pkg/acl/workflow/policy.go Evaluate; pkg/api/grpc/workflow_acl.go checkNamespace',
  facts: ['R215', 'R219'],
  since: '1.18',
  symptoms: [/Workflow access policy denied cross-namespace call/, /workflow access policy denied app '/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders, namespace: shop }
scopes: [orders]
spec:
  rules:
    - callers: [{ appID: chekout }, { appID: billing }, { appID: elsewhere }]
      workflows: [{ name: ProcessOrder, operations: [schedule] }]
---
apiVersion: v1
kind: Pod
metadata: { name: checkout, namespace: shop, annotations: { dapr.io/enabled: "true", dapr.io/app-id: checkout } }
spec: { containers: [{ name: checkout, image: "checkout:1" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: billing, namespace: finance, annotations: { dapr.io/enabled: "true", dapr.io/app-id: billing } }
spec: { containers: [{ name: billing, image: "billing:1" }] }
`,
      says: [
        "no application has the app id 'chekout'; did you mean 'checkout'?",
        "'billing' is in the namespace 'finance', and calls from there are denied in 'shop' whatever a rule grants",
      ],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders, namespace: shop }
scopes: [orders]
spec:
  rules: [{ callers: [{ appID: checkout }, { appID: elsewhere }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }]
---
apiVersion: v1
kind: Pod
metadata: { name: checkout, namespace: shop, annotations: { dapr.io/enabled: "true", dapr.io/app-id: checkout } }
spec: { containers: [{ name: checkout, image: "checkout:1" }] }
`,
    },
  ],
  check(model, report) {
    const near = new NearMisses(model.appsById.keys());
    for (const policy of model.workflowAccessPolicies) {
      for (const { appId, path } of accessRulesOf(policy).flatMap(({ callers }) => callers)) {
        const apps = model.appsById.get(appId) ?? [];
        if (isUnrendered(appId) || apps.some((app) => mayShareNamespace(app, policy))) {
          continue;
        }
        if (apps.length > 0) {
          const message = `'${appId}' is in the namespace '${apps[0].namespace}', and calls from there are denied in '${policy.namespace}' whatever a rule grants`;
          report.add(policy.manifest, path, message, { outside: 'warning' });
          continue;
        }
        const meant = near.find(appId);
        if (meant !== undefined) {
          report.add(policy.manifest, path, `no application has the app id '${appId}'; did you mean '${meant}'?`, { outside: 'warning' });
        } else if (model.apps.length > 0) {
          report.add(policy.manifest, path, `no application has the app id '${appId}'`, { outside: 'silent' });
        }
      }
    }
  },
};
