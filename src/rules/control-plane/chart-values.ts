import { at, text } from '../read';
import type { Rule } from '../rule';
import { Release, releasesOf, valueAt } from './release';

const ANTI_AFFINITY = ['preferredDuringSchedulingIgnoredDuringExecution', 'requiredDuringSchedulingIgnoredDuringExecution'];

const release = (values: string): string => `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: dapr, namespace: dapr-system }
spec:
  interval: 30m
  chart: { spec: { chart: dapr, version: 1.18.3, sourceRef: { kind: HelmRepository, name: dapr } } }
  values: { ${values} }
`;

export const chartValues: Rule = {
  id: 'DAPR249',
  severity: 'error',
  title: "A value with which Dapr's chart or its injector fails",
  why: 'The chart refuses to render, so that the control plane is neither installed nor upgraded, or the injector exits as soon as it starts.',
  fix: 'Write what the message expects.',
  source:
    'charts/dapr/templates/_helpers.tpl dapr.validatePodAntiAffinityPolicy; charts/dapr/charts/dapr_sidecar_injector/templates/dapr_sidecar_injector_deployment.yaml; pkg/injector/service/serviceaccountmatcher.go NewServiceAccountMatcher',
  facts: ['R225', 'R226', 'R228'],
  symptoms: [
    /global\.ha\.podAntiAffinityPolicy must be either/,
    /sidecarRunAsUser must (be 0|positive)/,
    /invalid pattern ".*", must contain exactly one ':' separating namespace and name/,
  ],
  bad: [
    {
      yaml: release('dapr_sidecar_injector: { allowedServiceAccounts: "ci/runner" }'),
      says: ["the injector exits: an item of allowedServiceAccounts is a namespace, a colon and a name, e.g. 'ci:runner': got 'ci/runner'"],
    },
    {
      yaml: release('global: { ha: { enabled: true, podAntiAffinityPolicy: required } }'),
      says: [`the chart does not render: podAntiAffinityPolicy is one of ${ANTI_AFFINITY.join(', ')}: got 'required'`],
    },
    {
      yaml: release('dapr_sidecar_injector: { sidecarRunAsNonRoot: false, sidecarRunAsUser: 1000 }'),
      says: ['the chart does not render: with sidecarRunAsNonRoot: false, sidecarRunAsUser is 0 or left out: got 1000'],
    },
    {
      yaml: release('dapr_sidecar_injector: { sidecarRunAsUser: 0 }'),
      says: ['the chart does not render: unless sidecarRunAsNonRoot is false, sidecarRunAsUser is more than 0: got 0'],
    },
  ],
  good: [
    {
      yaml: release(
        `global: { ha: { enabled: true, podAntiAffinityPolicy: ${ANTI_AFFINITY[1]} } }, dapr_sidecar_injector: { allowedServiceAccounts: "ci:runner, tekton-*:*,", sidecarRunAsNonRoot: true, sidecarRunAsUser: 1000 }`,
      ),
    },
    { yaml: release('dapr_sidecar_injector: { sidecarRunAsNonRoot: false, sidecarRunAsUser: 0 }') },
    { yaml: release('global: { ha: { enabled: false, podAntiAffinityPolicy: required } }') },
  ],
  check(model, report) {
    for (const release of releasesOf(model)) {
      for (const [path, message] of problemsOf(release)) {
        report.add(release.manifest, valueAt(release, ...path).path, message);
      }
    }
  },
};

function problemsOf({ values, more }: Release): [string[], string][] {
  const problems: [string[], string][] = [];
  const ha = at(values, 'global', 'ha');
  const policy = at(ha, 'podAntiAffinityPolicy');
  // The chart looks at it only where it is used.
  if (at(ha, 'enabled') === true && policy !== undefined && !ANTI_AFFINITY.includes(String(policy))) {
    problems.push([
      ['global', 'ha', 'podAntiAffinityPolicy'],
      `the chart does not render: podAntiAffinityPolicy is one of ${ANTI_AFFINITY.join(', ')}: got '${String(policy)}'`,
    ]);
  }
  const injector = at(values, 'dapr_sidecar_injector');
  const user = at(injector, 'sidecarRunAsUser');
  const nonRoot = at(injector, 'sidecarRunAsNonRoot');
  const path = ['dapr_sidecar_injector', 'sidecarRunAsUser'];
  if (nonRoot === false && typeof user === 'number' && user !== 0) {
    problems.push([path, `the chart does not render: with sidecarRunAsNonRoot: false, sidecarRunAsUser is 0 or left out: got ${user}`]);
  }
  if ((nonRoot === true || (nonRoot === undefined && !more)) && typeof user === 'number' && user <= 0) {
    problems.push([path, `the chart does not render: unless sidecarRunAsNonRoot is false, sidecarRunAsUser is more than 0: got ${user}`]);
  }
  for (const key of ['allowedServiceAccounts', 'allowedServiceAccountsPrefixNames']) {
    const items = (text(at(injector, key)) ?? '').split(',').map((item) => item.trim());
    for (const item of items.filter((one) => one !== '' && one.split(':').length !== 2)) {
      problems.push([
        ['dapr_sidecar_injector', key],
        `the injector exits: an item of ${key} is a namespace, a colon and a name, e.g. 'ci:runner': got '${item}'`,
      ]);
    }
  }
  return problems;
}
