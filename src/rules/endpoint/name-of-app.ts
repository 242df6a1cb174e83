import { mayShareNamespace } from '../model/manifest';
import type { Rule } from '../rule';

export const nameOfApp: Rule = {
  id: 'DAPR190',
  severity: 'warning',
  title: 'An HTTPEndpoint with the name of an application',
  why: 'A call looks for an HTTPEndpoint first: every application that sees this one calls the address outside in place of the application of the same name.',
  fix: 'Give the HTTPEndpoint another name, or scope it to applications that do not call the other one.',
  source: 'pkg/messaging/direct_messaging.go Invoke',
  facts: ['R197'],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing }
spec: { baseUrl: https://billing.example.com }
---
apiVersion: v1
kind: Pod
metadata: { name: billing, annotations: { dapr.io/enabled: "true", dapr.io/app-id: billing } }
spec: { containers: [{ name: billing, image: "billing:1" }] }
`,
      says: ["calls of the application 'billing' go to this HTTPEndpoint"],
    },
  ],
  good: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: HTTPEndpoint
metadata: { name: billing-api }
spec: { baseUrl: https://billing.example.com }
---
apiVersion: v1
kind: Pod
metadata: { name: billing, annotations: { dapr.io/enabled: "true", dapr.io/app-id: billing } }
spec: { containers: [{ name: billing, image: "billing:1" }] }
`,
    },
  ],
  check({ httpEndpoints, appsById }, report) {
    for (const endpoint of httpEndpoints) {
      const { manifest, name } = endpoint;
      if ((appsById.get(name) ?? []).some((app) => mayShareNamespace(app, endpoint))) {
        report.add(manifest, ['metadata', 'name'], `calls of the application '${name}' go to this HTTPEndpoint`);
      }
    }
  },
};
