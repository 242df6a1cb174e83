import type { RuleDoc } from '../rule';

export const unrenderedTemplate: RuleDoc = {
  id: 'DAPR293',
  severity: 'warning',
  title: 'A template that was not rendered',
  why: 'A file with {{ … }} in it is no manifest yet: what Dapr gets depends on values that are not here, so it was not checked.',
  fix: 'Render it first: helm template <release> <chart> | cdk8s-dapr validate -',
  source: 'helm.sh/helm/v3 pkg/engine',
  facts: [],
  symptoms: [/invalid map key: map\[interface ?\{\}\]interface ?\{\}\{"\./],
};
