import { Duration, Testing } from 'cdk8s';
import * as dapr from '../../src';
import { mistakesOf, shop } from '../support/resources';

const PROPS: dapr.ControlPlaneProps = { version: '1.18.3', highAvailability: true };
const VALUES = { global: { ha: { enabled: true } } };
/** Where a tool replaces the CRDs, the operator must start anew with each change. */
const restarting = (digest: string): object => ({ ...VALUES, dapr_operator: { deploymentAnnotations: { 'cdk8s-dapr/restart': digest } } });
const BUNDLE = { group: '', name: 'dapr-trust-bundle', namespace: 'dapr-system', jsonPointers: ['/data'] };
const WEBHOOKS = [
  {
    group: 'admissionregistration.k8s.io',
    kind: 'MutatingWebhookConfiguration',
    name: 'dapr-sidecar-injector',
    jsonPointers: ['/webhooks/0/clientConfig/caBundle'],
  },
  {
    group: 'apiextensions.k8s.io',
    kind: 'CustomResourceDefinition',
    name: 'subscriptions.dapr.io',
    jsonPointers: ['/spec/conversion/webhook/clientConfig/caBundle', '/spec/conversion/webhook/clientConfig/service/namespace'],
  },
];

/** What an output writes; twice the same. */
function written(add: (plane: dapr.ControlPlane) => unknown, props: Partial<dapr.ControlPlaneProps> = {}): any[] {
  const chart = shop();
  add(new dapr.ControlPlane(chart, 'dapr', { ...PROPS, ...props }));
  const manifests = Testing.synth(chart);
  expect(Testing.synth(chart)).toEqual(manifests);
  return manifests;
}

describe('the commands for Helm', () => {
  const commands = (options?: dapr.HelmCommandsOptions, props: Partial<dapr.ControlPlaneProps> = {}): string[] =>
    new dapr.ControlPlane(shop(), 'dapr', { ...PROPS, ...props }).toHelmCommands(options);

  test('are the CRDs, the release, and a new start of the operator', () => {
    expect(commands()).toEqual([
      'helm show crds dapr --repo https://dapr.github.io/helm-charts/ --version 1.18.3 | kubectl apply --server-side --force-conflicts --filename -',
      'helm upgrade --install dapr dapr --repo https://dapr.github.io/helm-charts/ --version 1.18.3 --namespace dapr-system --create-namespace --values values.yaml --skip-crds --wait --timeout 10m',
      'kubectl rollout restart deployment/dapr-operator --namespace dapr-system',
      'kubectl rollout status deployment/dapr-operator --namespace dapr-system',
    ]);
  });

  test('name other files, places and registries, so that a shell takes them as they are', () => {
    const options = { valuesFile: "it's here.yaml", timeout: '5m', setFile: { 'dapr_sentry.tls.issuer.keyPEM': 'issuer.key' } };
    const [crds, release] = commands(options, {
      repository: 'oci://registry.example.com/charts/',
      releaseName: 'mesh',
      namespace: 'platform',
    });
    expect(crds).toBe(
      'helm show crds oci://registry.example.com/charts/dapr --version 1.18.3 | kubectl apply --server-side --force-conflicts --filename -',
    );
    expect(release).toBe(
      "helm upgrade --install mesh oci://registry.example.com/charts/dapr --version 1.18.3 --namespace platform --create-namespace --values 'it'\\''s here.yaml' --set-file dapr_sentry.tls.issuer.keyPEM=issuer.key --skip-crds --wait --timeout 5m",
    );
  });

  test('refuse a file for a key that the chart does not have', () => {
    expect(mistakesOf(() => commands({ setFile: { 'dapr_sentry.tls.key': 'issuer.key' } }))).toEqual([
      "DAPR010 [shop/dapr] 'setFile' has 'dapr_sentry.tls.key', which Dapr's chart does not read: expected a key of its values.yaml",
    ]);
  });
});

describe('an Application of Argo CD', () => {
  test('leaves alone exactly what Dapr writes itself, also when it synchronizes', () => {
    expect(written((plane) => plane.addArgoCdApplication())).toEqual([
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'dapr', namespace: 'argocd' },
        spec: {
          project: 'default',
          source: {
            repoURL: 'https://dapr.github.io/helm-charts/',
            chart: 'dapr',
            targetRevision: '1.18.3',
            helm: { releaseName: 'dapr', valuesObject: VALUES },
          },
          destination: { server: 'https://kubernetes.default.svc', namespace: 'dapr-system' },
          ignoreDifferences: [{ ...BUNDLE, kind: 'Secret' }, { ...BUNDLE, kind: 'ConfigMap' }, ...WEBHOOKS],
          syncPolicy: { syncOptions: ['CreateNamespace=true', 'ServerSideApply=true', 'RespectIgnoreDifferences=true'] },
        },
      },
    ]);
  });

  test('writes the trust bundle where it stands in the values', () => {
    const pem = '-----BEGIN CERTIFICATE-----';
    const tls = { rootCertificate: pem, issuerCertificate: pem, issuerKey: dapr.SecretValue.unsafePlainText('key') };
    const [{ spec }] = written((plane) => plane.addArgoCdApplication(), { sentry: { tls } });
    expect(spec.ignoreDifferences).toEqual(WEBHOOKS);
  });

  test('takes project, place, cluster, annotations and a registry', () => {
    const [{ metadata, spec }] = written(
      (plane) =>
        plane.addArgoCdApplication({
          name: 'mesh',
          namespace: 'gitops',
          project: 'platform',
          server: 'https://cluster.example.com',
          automated: true,
          annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
        }),
      { repository: 'oci://registry.example.com/charts' },
    );
    expect(metadata).toEqual({ name: 'mesh', namespace: 'gitops', annotations: { 'argocd.argoproj.io/sync-wave': '-1' } });
    expect(spec).toMatchObject({
      project: 'platform',
      source: { repoURL: 'registry.example.com/charts' },
      destination: { server: 'https://cluster.example.com' },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    });
  });
});

describe('a release of Flux', () => {
  test('takes Dapr from its repository, and upgrades the CRDs', () => {
    const objects = written((plane) => plane.addFluxRelease());
    expect(objects).toEqual([
      {
        apiVersion: 'helm.toolkit.fluxcd.io/v2',
        kind: 'HelmRelease',
        metadata: { name: 'dapr', namespace: 'flux-system' },
        spec: {
          interval: '30m',
          releaseName: 'dapr',
          targetNamespace: 'dapr-system',
          storageNamespace: 'dapr-system',
          chart: { spec: { chart: 'dapr', version: '1.18.3', sourceRef: { kind: 'HelmRepository', name: 'dapr' } } },
          install: { crds: 'CreateReplace', createNamespace: true, remediation: { retries: 3 } },
          upgrade: { crds: 'CreateReplace', remediation: { retries: 3 } },
          values: restarting('ec6ff96c277a'),
        },
      },
      {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'HelmRepository',
        metadata: { name: 'dapr', namespace: 'flux-system' },
        spec: { url: 'https://dapr.github.io/helm-charts/', interval: '1h' },
      },
    ]);
  });

  test('restarts the operator whenever values or version change, and not otherwise', () => {
    const digest = (props: Partial<dapr.ControlPlaneProps>): string =>
      written((plane) => plane.addFluxRelease(), props)[0].spec.values.dapr_operator.deploymentAnnotations['cdk8s-dapr/restart'];
    expect(digest({ labels: { a: '1', b: '2' } })).toBe(digest({ labels: { b: '2', a: '1' } }));
    expect(new Set([digest({}), digest({ version: '1.18.2' }), digest({ logAsJson: true })]).size).toBe(3);
    const [release] = written((plane) => plane.addFluxRelease(), { operator: { deploymentAnnotations: { team: 'platform' } } });
    expect(Object.keys(release.spec.values.dapr_operator.deploymentAnnotations)).toEqual(['cdk8s-dapr/restart', 'team']);
  });

  test('puts back what was changed, but for what Dapr writes itself', () => {
    const objects = written(
      (plane) => plane.addFluxRelease({ name: 'mesh', namespace: 'gitops', interval: Duration.minutes(5), correctDrift: true }),
      {
        repository: 'oci://registry.example.com/charts',
      },
    );
    const [release, repository] = objects;
    expect(release.metadata).toEqual({ name: 'mesh', namespace: 'gitops' });
    expect(release.spec.interval).toBe('5m');
    expect(release.spec.driftDetection).toEqual({
      mode: 'enabled',
      ignore: [
        { paths: ['/data'], target: { kind: 'Secret', name: 'dapr-trust-bundle' } },
        { paths: ['/data'], target: { kind: 'ConfigMap', name: 'dapr-trust-bundle' } },
        ...WEBHOOKS.map(({ kind, name, jsonPointers }) => ({ paths: jsonPointers, target: { kind, name } })),
      ],
    });
    expect(repository.spec).toEqual({ type: 'oci', url: 'oci://registry.example.com/charts', interval: '1h' });
  });
});

describe("Dapr's Kubernetes operator", () => {
  test('gets a DaprInstance with the version', () => {
    expect(written((plane) => plane.addDaprInstance(), { namespace: 'platform' })).toEqual([
      {
        apiVersion: 'operator.dapr.io/v1alpha1',
        kind: 'DaprInstance',
        metadata: { name: 'dapr-instance', namespace: 'platform' },
        spec: {
          chart: { repo: 'https://dapr.github.io/helm-charts/', name: 'dapr', version: '1.18.3' },
          values: restarting('ec6ff96c277a'),
        },
      },
    ]);
  });

  test('gets a DaprControlPlane, which knows no version', () => {
    expect(written((plane) => plane.addDaprControlPlane())).toEqual([
      {
        apiVersion: 'operator.dapr.io/v1alpha1',
        kind: 'DaprControlPlane',
        metadata: { name: 'dapr-control-plane', namespace: 'dapr-system' },
        spec: { values: restarting('ec6ff96c277a') },
      },
    ]);
  });
});

describe('the settings of AKS', () => {
  test('are texts, and say that high availability is off where it is: the extension has it on', () => {
    const plane = new dapr.ControlPlane(shop(), 'dapr', {
      version: '1.18.3',
      nodeSelector: { 'topology.kubernetes.io/zone': 'a' },
      tolerations: [{ key: 'infra', operator: 'Exists' }],
      operator: { replicaCount: 2, logLevel: dapr.LogLevel.DEBUG },
    });
    expect(plane.toAksSettings()).toEqual({
      'global.ha.enabled': 'false',
      'global.nodeSelector.topology\\.kubernetes\\.io/zone': 'a',
      'global.tolerations[0].key': 'infra',
      'global.tolerations[0].operator': 'Exists',
      'dapr_operator.replicaCount': '2',
      'dapr_operator.logLevel': 'debug',
    });
    expect(plane.toAksProtectedSettings()).toEqual({});
  });

  test('keep secrets apart', () => {
    const plane = new dapr.ControlPlane(shop(), 'dapr', {
      ...PROPS,
      scheduler: { etcdEmbed: false, etcdClientEndpoints: ['etcd:2379'], etcdClientPassword: dapr.SecretValue.unsafePlainText('hunter2') },
    });
    expect(plane.toAksProtectedSettings()).toEqual({ 'dapr_scheduler.etcdClientPassword': 'hunter2' });
    expect(plane.toAksSettings()).toEqual({
      'global.ha.enabled': 'true',
      'dapr_scheduler.etcdEmbed': 'false',
      'dapr_scheduler.etcdClientEndpoints[0]': 'etcd:2379',
    });
  });
});

test('a control plane is installed by one tool', () => {
  const plane = new dapr.ControlPlane(shop(), 'dapr', PROPS);
  plane.addFluxRelease();
  expect(mistakesOf(() => plane.addArgoCdApplication())).toEqual([
    "DAPR015 [shop/dapr] 'flux-release' installs this control plane already, and 'argo-cd-application' would install it again: make a ControlPlane of its own for another cluster",
  ]);
});
