import type { Model } from '../model/model';
import { at, list } from '../read';
import type { Rule } from '../rule';
import { configuration } from './examples';
import { isOfControlPlane } from './users';

const SIGNING = configuration('features: [{ name: WorkflowHistorySigning, enabled: true }]');
const SYSTEM = (enabled: boolean): string =>
  `---${configuration(`mtls: { enabled: ${enabled}, sentryAddress: "dapr-sentry:443", controlPlaneTrustDomain: cluster.local }`, 'daprsystem')}`;

export const historySigning: Rule = {
  id: 'DAPR179',
  severity: 'error',
  title: 'Signed workflow history without mTLS',
  why: 'The history is signed with the certificate that mTLS gives a sidecar; with the feature on and mTLS off the sidecar does not start. Once workflows are signed, the feature cannot be switched off for them.',
  fix: 'Switch mTLS on, for the control plane or with --enable-mtls for a self-hosted sidecar, or the feature off.',
  source: 'pkg/runtime/wfengine/wfengine.go New',
  facts: ['R182'],
  since: '1.18',
  symptoms: [/WorkflowHistorySigning feature flag is enabled but mTLS is not configured/],
  bad: [
    {
      yaml: SIGNING + SYSTEM(false),
      target: 'kubernetes',
      says: ["'WorkflowHistorySigning' needs mTLS, which the Configuration 'daprsystem' switches off: the sidecars do not start"],
    },
    {
      yaml: SIGNING,
      target: 'self-hosted',
      says: ["'WorkflowHistorySigning' needs mTLS: the sidecar only starts with --enable-mtls"],
    },
  ],
  good: [{ yaml: SIGNING + SYSTEM(true), target: 'kubernetes' }],
  check(model, report) {
    for (const { manifest, spec } of model.configurations) {
      list(at(spec, 'features')).forEach((feature, i) => {
        if (at(feature, 'name') !== 'WorkflowHistorySigning' || at(feature, 'enabled') !== true) {
          return;
        }
        const path = ['spec', 'features', i];
        if (model.target === 'self-hosted') {
          report.add(manifest, path, "'WorkflowHistorySigning' needs mTLS: the sidecar only starts with --enable-mtls");
        } else if (isMtlsOff(model)) {
          const message =
            "'WorkflowHistorySigning' needs mTLS, which the Configuration 'daprsystem' switches off: the sidecars do not start";
          report.add(manifest, path, message);
        }
      });
    }
  },
};

function isMtlsOff(model: Model): boolean {
  const systems = model.configurations.filter((configuration) => isOfControlPlane(model, configuration));
  return systems.length > 0 && systems.every(({ spec }) => at(spec, 'mtls', 'enabled') === false);
}
