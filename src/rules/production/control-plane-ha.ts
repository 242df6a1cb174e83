import { releasesOf, valueAt } from '../control-plane/release';
import type { Rule } from '../rule';
import { argoApplication, helmRelease } from './examples';

const MESSAGE = 'the control plane runs once of each: global.ha.enabled is not true';

export const controlPlaneHa: Rule = {
  id: 'DAPR234',
  severity: 'warning',
  title: 'A control plane that one node takes down',
  why: 'With one replica of each service, no sidecar starts, no certificate is renewed and no actor moves while the node that runs it is gone.',
  fix: "Set global.ha.enabled: true in the chart's values.",
  source: 'charts/dapr/values.yaml; https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-production/',
  facts: [],
  bad: [
    { yaml: helmRelease('global: { logAsJson: true }'), says: [MESSAGE] },
    { yaml: helmRelease('global: { ha: { enabled: false } }'), says: [MESSAGE] },
    { yaml: argoApplication('valuesObject: { global: { logAsJson: true } }'), says: [MESSAGE] },
  ],
  good: [
    { yaml: helmRelease('global: { ha: { enabled: true } }') },
    { yaml: argoApplication('valuesObject: { global: { ha: { enabled: true } } }') },
    { yaml: argoApplication('values: "global: { ha: { enabled: true } }"') },
    { yaml: argoApplication('parameters: [{ name: global.ha.enabled, value: "true" }]') },
    // What other values say is not here.
    { yaml: argoApplication('valueFiles: [$values/dapr.yaml]') },
  ],
  check(model, report) {
    for (const release of releasesOf(model)) {
      const { value, path } = valueAt(release, 'global', 'ha', 'enabled');
      if (String(value) !== 'true' && !(value === undefined && release.more)) {
        report.add(release.manifest, path, MESSAGE);
      }
    }
  },
};
