import { releasesOf } from '../control-plane/release';
import { at } from '../read';
import type { Rule } from '../rule';
import { helmRelease } from './examples';

const UPGRADE = '\n  upgrade: { crds: CreateReplace }';

export const controlPlaneCrds: Rule = {
  id: 'DAPR228',
  severity: 'warning',
  title: 'Resource definitions that no upgrade of the control plane touches',
  why: 'Helm installs what is in the folder crds once. After an upgrade the API server still has the old definitions: it drops the fields that are new, and the operator stops at kinds that it does not find.',
  fix: 'Set spec.upgrade.crds: CreateReplace.',
  source: 'charts/dapr/crds; https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-upgrade/',
  facts: ['R227'],
  demand: [9],
  symptoms: [/no matches for kind "\w+" in version "dapr\.io\/v\dalpha\d"/],
  bad: [
    { yaml: helmRelease(''), says: ["an upgrade leaves Dapr's resource definitions as they are: spec.upgrade.crds is not CreateReplace"] },
    {
      yaml: helmRelease('global: { logAsJson: true }', 'version: 1.18.3', '\n  upgrade: { crds: Skip }'),
      says: ["an upgrade leaves Dapr's resource definitions as they are: spec.upgrade.crds is not CreateReplace"],
    },
  ],
  good: [{ yaml: helmRelease('global: { logAsJson: true }', 'version: 1.18.3', UPGRADE) }],
  check(model, report) {
    // Argo CD applies them like everything else.
    for (const { manifest } of releasesOf(model).filter(({ tool }) => tool === 'Flux')) {
      const crds = at(manifest.body, 'spec', 'upgrade', 'crds');
      if (crds !== 'CreateReplace') {
        report.add(
          manifest,
          crds === undefined ? ['spec'] : ['spec', 'upgrade', 'crds'],
          "an upgrade leaves Dapr's resource definitions as they are: spec.upgrade.crds is not CreateReplace",
        );
      }
    }
  },
};
