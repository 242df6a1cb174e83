import { releasesOf } from '../control-plane/release';
import type { Rule } from '../rule';
import { argoApplication, helmRelease } from './examples';

export const controlPlaneVersion: Rule = {
  id: 'DAPR235',
  severity: 'warning',
  title: 'A control plane without an exact version',
  why: 'A range, or no version at all, upgrades the control plane on the day a release appears, without its resource definitions being looked at and without a way back in your history.',
  fix: 'Write the exact version of the chart.',
  source: 'https://docs.dapr.io/operations/hosting/kubernetes/kubernetes-upgrade/',
  facts: [],
  bad: [
    { yaml: helmRelease('', 'version: 1.x'), says: ["the version of the chart dapr is not exact: got '1.x', expected e.g. '1.18.3'"] },
    { yaml: helmRelease('', 'interval: 1h'), says: ["the version of the chart dapr is not exact: got nothing, expected e.g. '1.18.3'"] },
    {
      yaml: argoApplication('valuesObject: {}', '*'),
      says: ["the version of the chart dapr is not exact: got '*', expected e.g. '1.18.3'"],
    },
  ],
  good: [{ yaml: helmRelease('', 'version: "1.18.3"') }, { yaml: argoApplication('valuesObject: {}', '1.18.3-rc.1') }],
  check(model, report) {
    for (const { manifest, version, chartPath, versionField } of releasesOf(model)) {
      if (!/^v?\d+\.\d+\.\d+([-+][\w.+-]+)?$/.test(String(version))) {
        const got = version === undefined ? 'nothing' : `'${String(version)}'`;
        report.add(
          manifest,
          version === undefined ? chartPath : [...chartPath, versionField],
          `the version of the chart dapr is not exact: got ${got}, expected e.g. '1.18.3'`,
        );
      }
    }
  },
};
