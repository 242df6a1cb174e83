import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as dapr from '../../src';
import { shop } from '../support/resources';

function plane(props: Partial<dapr.ControlPlaneProps> = {}): dapr.ControlPlane {
  return new dapr.ControlPlane(shop(), 'dapr', { version: '1.18.3', ...props });
}

test('without options, everything is left to the chart, and nothing is written', () => {
  const chart = shop();
  const control = new dapr.ControlPlane(chart, 'dapr', { version: '1.18.3' });
  expect(control.toValues()).toEqual({});
  expect(Testing.synth(chart)).toEqual([]);
  expect([control.version, control.namespace, control.releaseName, control.repository]).toEqual([
    '1.18.3',
    'dapr-system',
    'dapr',
    'https://dapr.github.io/helm-charts/',
  ]);
});

test('the namespace is the one of the chart, where it has one', () => {
  expect(new dapr.ControlPlane(new Chart(new App(), 'c', { namespace: 'platform' }), 'dapr', { version: '1.18.3' }).namespace).toBe(
    'platform',
  );
});

test('options become values in the units of the chart', () => {
  expect(
    plane({
      highAvailability: true,
      availability: {
        replicaCount: 5,
        topologyKey: 'kubernetes.io/hostname',
        podAntiAffinityPolicy: dapr.PodAntiAffinityPolicy.REQUIRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION,
        minimumAvailable: '2',
      },
      mtls: { workloadCertTtl: Duration.minutes(90), allowedClockSkew: Duration.seconds(30), controlPlaneTrustDomain: 'example.com' },
      imagePullPolicy: kplus.ImagePullPolicy.ALWAYS,
      imagePullSecrets: ['registry'],
      tolerations: [{ key: 'infra', operator: 'Exists', toleration: Duration.minutes(1) }],
      seccompProfile: dapr.SeccompProfileType.RUNTIME_DEFAULT,
      operator: {
        logLevel: dapr.LogLevel.DEBUG,
        livenessProbe: { initialDelay: Duration.seconds(5), failureThreshold: 2 },
        apiService: { type: kplus.ServiceType.NODE_PORT },
        resources: {
          cpu: { request: kplus.Cpu.millis(100) },
          memory: { limit: Size.gibibytes(1) },
          ephemeralStorage: { request: Size.mebibytes(5) },
        },
      },
      placement: { keepAliveTime: Duration.millis(1500), logStoreWinPath: 'D:\\raft' },
      scheduler: { storageSize: Size.gibibytes(32), etcdBackendBatchInterval: Duration.millis(50), workers: 4096 },
      injector: {
        allowedServiceAccounts: ['tekton:*', 'argo:runner'],
        ignoreEntrypointTolerations: [{ key: 'virtual', effect: 'NoSchedule' }],
        namespaceSelector: { matchExpressions: [{ key: 'dapr', operator: 'In', values: ['on'] }] },
        serviceAccountAnnotations: { team: 'platform' },
        extraVolumes: [{ name: 'certs', secret: { secretName: 'certs' } }],
      },
    }).toValues(),
  ).toEqual({
    global: {
      extraVolumes: { injector: [{ name: 'certs', secret: { secretName: 'certs' } }] },
      ha: {
        enabled: true,
        replicaCount: 5,
        topologyKey: 'kubernetes.io/hostname',
        podAntiAffinityPolicy: 'requiredDuringSchedulingIgnoredDuringExecution',
        // A disruption budget takes one of the two, and the chart has a default for the other.
        disruption: { minimumAvailable: '2', maximumUnavailable: '' },
      },
      mtls: { workloadCertTTL: '1h30m', allowedClockSkew: '30s', controlPlaneTrustDomain: 'example.com' },
      imagePullPolicy: 'Always',
      imagePullSecrets: [{ name: 'registry' }],
      tolerations: [{ key: 'infra', operator: 'Exists', tolerationSeconds: 60 }],
      seccompProfile: 'RuntimeDefault',
    },
    dapr_operator: {
      logLevel: 'debug',
      livenessProbe: { initialDelaySeconds: 5, failureThreshold: 2 },
      apiService: { type: 'NodePort' },
      resources: { requests: { cpu: '100m', 'ephemeral-storage': '5Mi' }, limits: { memory: '1Gi' } },
    },
    dapr_placement: { keepAliveTime: '1s500ms', cluster: { logStoreWinPath: 'D:\\\\raft' } },
    dapr_scheduler: { cluster: { storageSize: '32Gi' }, etcdBackendBatchInterval: '50ms', workers: 4096 },
    dapr_sidecar_injector: {
      allowedServiceAccounts: 'tekton:*,argo:runner',
      ignoreEntrypointTolerations: '[{"key":"virtual","effect":"NoSchedule"}]',
      namespaceSelector: { matchExpressions: [{ key: 'dapr', operator: 'In', values: ['on'] }] },
    },
    dapr_rbac: { serviceAccount: { injector: { annotations: { team: 'platform' } } } },
  });
});

test('what a template would change is spelled so that it does not', () => {
  const values = plane({
    k8sLabels: { cost: '1234', on: 'true', team: 'platform', release: '{{ .Release.Name }}' },
    placement: { fsGroup: 1000650000, extraEnvVars: { MOTTO: 'say "hi"\\n' } },
    injector: { sidecarRunAsUser: 1000650000, extraEnvVars: { MOTTO: 'say "hi"\\n' } },
    scheduler: { etcdEmbed: false, etcdClientEndpoints: ['etcd:2379'], etcdClientPassword: dapr.SecretValue.unsafePlainText('p"w') },
  }).toValues();
  // Labels stand without quotes in the templates.
  expect(values.global.k8sLabels).toEqual({ cost: '"1234"', on: '"true"', team: 'platform', release: '{{ .Release.Name }}' });
  // Helm reads numbers as floating point, and prints large ones as 1e+06.
  expect([values.dapr_placement.fsGroup, values.dapr_sidecar_injector.sidecarRunAsUser]).toEqual(['1000650000', '1000650000']);
  // Variables stand between quotes in the templates, but not in the one of the injector.
  expect(values.dapr_placement.extraEnvVars).toEqual({ MOTTO: 'say \\"hi\\"\\\\n' });
  expect(values.dapr_sidecar_injector.extraEnvVars).toEqual({ MOTTO: 'say "hi"\\n' });
  expect(values.dapr_scheduler.etcdClientPassword).toBe('p\\"w');
});

test('only numbers of a million and more become texts', () => {
  expect(plane({ scheduler: { workers: 999_999, etcdSnapshotCount: 1_000_000 } }).toValues()).toEqual({
    dapr_scheduler: { workers: 999_999, etcdSnapshotCount: '1000000' },
  });
});

test('the values file is the same whatever the order, and its texts stay texts', () => {
  const one = plane({ labels: { b: 'true', a: '1' }, highAvailability: true, operator: { watchInterval: '0' } });
  const other = plane({ operator: { watchInterval: '0' }, highAvailability: true, labels: { a: '1', b: 'true' } });
  expect(other.toValuesYaml()).toBe(one.toValuesYaml());
  expect(one.toValuesYaml()).toBe(`dapr_operator:
  watchInterval: "0"
global:
  ha:
    enabled: true
  labels:
    a: "1"
    b: "true"
`);
});

test('values by the names of the chart go along', () => {
  const control = plane({
    highAvailability: true,
    values: { global: { logAsJson: true, nodeSelector: { pool: 'infra' } }, dapr_operator: { resources: { requests: { cpu: '1' } } } },
  });
  expect(control.toValues()).toEqual({
    global: { ha: { enabled: true }, logAsJson: true, nodeSelector: { pool: 'infra' } },
    dapr_operator: { resources: { requests: { cpu: '1' } } },
  });
});

test('keys that only a newer chart has go along with a newer version', () => {
  const values = { global: { scheduler: { placement: { enabled: true } } } };
  expect(plane({ version: '1.19.0', values }).toValues()).toEqual(values);
});

test('changing what was given, or what is given back, changes nothing', () => {
  const labels: Record<string, string> = { a: '1' };
  const control = plane({ labels });
  labels.a = '2';
  control.toValues().global.labels.a = '3';
  expect(control.toValues()).toEqual({ global: { labels: { a: '1' } } });
});

describe('the preset for production', () => {
  const production = (props: Partial<dapr.ControlPlaneProps> = {}): any =>
    dapr.ControlPlane.production(shop(), 'dapr', { version: '1.18.3', ...props }).toValues();
  const resources = (cpu: string, memory: string): object => ({ requests: { cpu, memory }, limits: { cpu: '1' } });

  test('is highly available, with mTLS and no more rights than it needs', () => {
    expect(production()).toEqual({
      global: {
        ha: { enabled: true },
        logAsJson: true,
        mtls: { enabled: true },
        priorityClassName: 'system-cluster-critical',
        seccompProfile: 'RuntimeDefault',
      },
      dapr_operator: { resources: resources('100m', '100Mi'), watchInterval: '2m' },
      dapr_placement: { resources: resources('250m', '75Mi') },
      dapr_rbac: { secretReader: { enabled: false } },
      dapr_scheduler: { cluster: { storageSize: '16Gi' }, resources: resources('250m', '512Mi') },
      dapr_sentry: { resources: resources('100m', '30Mi') },
      dapr_sidecar_injector: {
        resources: resources('100m', '30Mi'),
        sidecarDropALLCapabilities: true,
        sidecarReadOnlyRootFilesystem: true,
        sidecarRunAsNonRoot: true,
      },
    });
  });

  test('yields to what is given, by its own name or the chart’s', () => {
    const values = production({
      operator: { watchInterval: '5m', logLevel: dapr.LogLevel.WARN },
      values: { global: { priorityClassName: 'infra' }, dapr_sentry: { resources: { requests: { cpu: '2' } } } },
    });
    expect(values.dapr_operator).toEqual({ resources: resources('100m', '100Mi'), watchInterval: '5m', logLevel: 'warn' });
    expect(values.global.priorityClassName).toBe('infra');
    expect(values.dapr_sentry.resources).toEqual({ requests: { cpu: '2' } });
  });

  test('reports what is wrong with what is given, as ever', () => {
    expect(() => production({ operator: 'mine' as any })).toThrow(
      "DAPR011 [shop/dapr] 'operator' of ControlPlane must be an object: got 'mine'",
    );
  });
});
