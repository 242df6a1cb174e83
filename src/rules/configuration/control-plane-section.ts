import type { Rule } from '../rule';
import { configuration } from './examples';
import { isOfControlPlane } from './users';

const MTLS = 'mtls: { enabled: true, sentryAddress: "dapr-sentry:443", controlPlaneTrustDomain: cluster.local }';

export const controlPlaneSection: Rule = {
  id: 'DAPR175',
  severity: 'warning',
  title: 'A section of daprsystem that reaches no sidecar',
  why: 'daprsystem is the Configuration of the control plane: sidecars read the one that dapr.io/config names, and nothing else.',
  fix: 'Move the section into a Configuration in the namespace of the applications, and name that one in dapr.io/config.',
  source: 'pkg/runtime/config.go FromConfig; pkg/operator/config.go',
  facts: ['R175'],
  bad: [
    {
      yaml: configuration(`${MTLS}\ntracing: { samplingRate: '1' }`, 'daprsystem'),
      target: 'kubernetes',
      says: ["'spec.tracing' of daprsystem reaches no sidecar: only a Configuration that dapr.io/config names does"],
    },
  ],
  good: [{ yaml: configuration(`${MTLS}\nmetrics: { enabled: true }`, 'daprsystem'), target: 'kubernetes' }],
  check(model, report) {
    for (const configuration of model.configurations) {
      if (!isOfControlPlane(model, configuration) || model.target === 'self-hosted' || configuration.spec.mtls === undefined) {
        continue;
      }
      for (const section of Object.keys(configuration.spec).filter((name) => !READ.has(name))) {
        const message = `'spec.${section}' of daprsystem reaches no sidecar: only a Configuration that dapr.io/config names does`;
        report.add(configuration.manifest, ['spec', section], message);
      }
    }
  },
};

/** What the control plane reads, and what the API server fills in by itself. */
const READ = new Set(['mtls', 'features', 'metric', 'metrics']);
