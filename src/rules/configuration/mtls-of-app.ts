import { isMapping } from '../read';
import type { Rule } from '../rule';
import { app, configuration } from './examples';
import { CONTROL_PLANE, usersOf } from './users';

const MTLS = 'mtls: { enabled: false, sentryAddress: "dapr-sentry:443", controlPlaneTrustDomain: cluster.local }';

export const mtlsOfApp: Rule = {
  id: 'DAPR172',
  severity: 'error',
  title: 'The Configuration of an application with an mtls section',
  why: 'On Kubernetes the control plane reads mtls from one Configuration, daprsystem in its own namespace, for all applications; in any other Configuration nobody reads it.',
  fix: 'Remove mtls here, and set it with the values of the Helm chart.',
  source: 'pkg/injector/service/pod_patch.go mTLSEnabled; pkg/sentry/config/config.go; pkg/operator/config.go',
  facts: ['R172'],
  demand: [20],
  bad: [
    {
      yaml: configuration(MTLS) + app('orders', { 'dapr.io/config': 'app' }),
      says: ["'spec.mtls' has no effect here: 'orders' uses this Configuration, and the control plane reads mtls from 'daprsystem' only"],
    },
    {
      yaml: configuration(MTLS),
      target: 'kubernetes',
      says: ["'spec.mtls' has no effect here: the control plane reads it from 'daprsystem' only"],
    },
  ],
  good: [
    { yaml: configuration(MTLS, 'daprsystem'), target: 'kubernetes' },
    { yaml: configuration(MTLS), target: 'self-hosted' },
  ],
  check(model, report) {
    for (const configuration of model.configurations) {
      if (configuration.name === CONTROL_PLANE || !isMapping(configuration.spec.mtls)) {
        continue;
      }
      const [user] = usersOf(model, configuration);
      if (user !== undefined) {
        const message = `'spec.mtls' has no effect here: '${user.id}' uses this Configuration, and the control plane reads mtls from '${CONTROL_PLANE}' only`;
        report.add(configuration.manifest, ['spec', 'mtls'], message, { only: 'kubernetes' });
      } else if (model.target === 'kubernetes') {
        const message = `'spec.mtls' has no effect here: the control plane reads it from '${CONTROL_PLANE}' only`;
        report.add(configuration.manifest, ['spec', 'mtls'], message, { severity: 'warning' });
      }
    }
  },
};
