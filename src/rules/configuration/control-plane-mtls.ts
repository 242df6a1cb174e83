import { isMapping } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';
import { isOfControlPlane } from './users';

export const controlPlaneMtls: Rule = {
  id: 'DAPR173',
  severity: 'error',
  title: 'A control plane Configuration without mtls',
  why: 'The operator reads the trust domain and the address of Sentry from the mtls section of daprsystem when it starts, and crashes where there is none, also where mTLS is to be off.',
  fix: 'Write the mtls section, with enabled: false where mTLS is to be off.',
  source: 'pkg/operator/config.go LoadConfiguration',
  facts: ['R173'],
  symptoms: [/panic: runtime error: invalid memory address or nil pointer dereference[\s\S]*operator\.LoadConfiguration/],
  bad: [
    {
      yaml: configuration("tracing: { samplingRate: '1' }", 'daprsystem').replace('daprsystem }', 'daprsystem, namespace: dapr-system }'),
      says: ["'daprsystem' has no 'spec.mtls': the operator crashes when it reads it"],
    },
  ],
  good: [
    {
      yaml: configuration(
        'mtls: { enabled: true, sentryAddress: "dapr-sentry:443", controlPlaneTrustDomain: cluster.local }',
        'daprsystem',
      ),
      target: 'kubernetes',
    },
  ],
  check(model, report) {
    for (const configuration of model.configurations) {
      if (isOfControlPlane(model, configuration) && !isMapping(configuration.spec.mtls) && model.target !== 'self-hosted') {
        const { manifest, namespace } = configuration;
        // Only the namespace tells for certain: what is called so elsewhere may be an application's, or a developer's.
        const certain = namespace === 'dapr-system' || (namespace === undefined && model.target === 'kubernetes');
        if (!certain && model.target === undefined) {
          continue;
        }
        const message = "'daprsystem' has no 'spec.mtls': the operator crashes when it reads it";
        report.add(manifest, ['spec'], message, { severity: certain ? 'error' : 'warning' });
      }
    }
  },
};
