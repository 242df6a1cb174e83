import { at } from '../read';
import type { Rule } from '../rule';

/** The Configuration of the control plane. */
const CONTROL_PLANE = 'daprsystem';

export const accessWithoutMtls: Rule = {
  id: 'DAPR213',
  severity: 'warning',
  title: 'A WorkflowAccessPolicy where callers have no identity',
  why: 'The rules go by the identity in the certificate of the caller. Without mTLS nobody has one, and as soon as there is a policy, every call of another application is denied.',
  fix: 'Switch mTLS on, which is the default on Kubernetes.',
  source: 'pkg/api/grpc/workflow_acl.go extractCallerIdentity',
  facts: ['R219'],
  demand: [20],
  since: '1.18',
  symptoms: [/access denied by workflow access policy/],
  bad: [
    {
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: daprsystem, namespace: dapr-system }
spec: { mtls: { enabled: false, sentryAddress: "dapr-sentry:443", controlPlaneTrustDomain: cluster.local } }
`,
      says: ["every call of another application is denied, because the Configuration 'daprsystem' switches mTLS off"],
    },
    {
      target: 'self-hosted',
      yaml: `
apiVersion: dapr.io/v1alpha1
kind: WorkflowAccessPolicy
metadata: { name: orders }
scopes: [orders]
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
`,
      says: ['self-hosted sidecars have an identity only with mTLS, without which every call of another application is denied'],
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
spec: { rules: [{ callers: [{ appID: checkout }], workflows: [{ name: ProcessOrder, operations: [schedule] }] }] }
---
apiVersion: dapr.io/v1alpha1
kind: Configuration
metadata: { name: daprsystem, namespace: dapr-system }
spec: { mtls: { enabled: true, sentryAddress: "dapr-sentry:443", controlPlaneTrustDomain: cluster.local } }
`,
    },
  ],
  check({ workflowAccessPolicies, configurations, target }, report) {
    const off = configurations.some(({ name, spec }) => name === CONTROL_PLANE && at(spec, 'mtls', 'enabled') === false);
    for (const { manifest } of workflowAccessPolicies) {
      if (off) {
        const message = `every call of another application is denied, because the Configuration '${CONTROL_PLANE}' switches mTLS off`;
        report.add(manifest, [], message);
      } else if (target === 'self-hosted') {
        const message = 'self-hosted sidecars have an identity only with mTLS, without which every call of another application is denied';
        report.add(manifest, [], message, { severity: 'info', fix: 'Start the sidecars with --enable-mtls, and run Sentry.' });
      }
    }
  },
};
