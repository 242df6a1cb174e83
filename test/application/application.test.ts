import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Application } from '../../src/application';
import { ConfigurationReference } from '../../src/configuration-reference';
import { AppProtocol, LogLevel } from '../../src/generated/sidecar-options';
import { Sidecar } from '../../src/sidecar';
import { expectValid } from '../support/schemas';
import { checkout } from './support';

const LABELS = { 'app.kubernetes.io/name': 'checkout' };

test('an application is a Deployment and a Service of its name, and both are valid', () => {
  const { manifests } = checkout({ port: 5000, replicas: 3, healthPath: '/healthz' });
  expect(manifests.map(({ kind, metadata }) => [kind, metadata])).toEqual([
    ['Deployment', { name: 'checkout', labels: LABELS }],
    ['Service', { name: 'checkout', labels: LABELS }],
  ]);
  manifests.forEach((manifest) => expectValid(manifest));
});

test('its sidecar is annotated on the pods', () => {
  expect(checkout({ port: 5000 }).annotations).toEqual({
    'dapr.io/enabled': 'true',
    'dapr.io/app-id': 'checkout',
    'dapr.io/app-port': '5000',
    'dapr.io/block-shutdown-duration': '10s',
    'dapr.io/graceful-shutdown-seconds': '15',
    'dapr.io/sidecar-cpu-request': '100m',
    'dapr.io/sidecar-memory-request': '128Mi',
    'dapr.io/sidecar-memory-limit': '512Mi',
    'dapr.io/env': 'GOMEMLIMIT=460MiB',
  });
});

test('the Deployment and the Service select the pods by a label that does not depend on the place of the construct', () => {
  const { manifests } = checkout({ port: 5000 });
  expect(manifests[0].spec.selector).toEqual({ matchLabels: LABELS });
  expect(manifests[0].spec.template.metadata.labels).toMatchObject(LABELS);
  expect(manifests[1].spec.selector).toEqual(LABELS);
});

test('the Service has the port of the application, named after the protocol', () => {
  const { manifests, application } = checkout({ port: 5000, appProtocol: AppProtocol.GRPC });
  expect(manifests[1].spec.ports).toEqual([{ name: 'grpc', port: 5000, targetPort: 5000 }]);
  expect(application.service!.port).toBe(5000);
});

test('an application without a port has no Service, no probes and no port', () => {
  const { application, manifests, app, annotations } = checkout();
  expect(application.service).toBeUndefined();
  expect(manifests).toHaveLength(1);
  expect(Object.keys(app).filter((key) => /Probe|ports/.test(key))).toEqual([]);
  expect(annotations).not.toHaveProperty('dapr.io/app-port');
});

test('the app id replaces the id of the construct in every name', () => {
  const { application, manifests, annotations } = checkout({ port: 5000, appId: 'basket' });
  expect(application.appId).toBe('basket');
  expect(manifests.map((manifest) => manifest.metadata.name)).toEqual(['basket', 'basket']);
  expect(annotations['dapr.io/app-id']).toBe('basket');
});

test('there is one replica unless more are asked for', () => {
  expect(checkout().manifests[0].spec.replicas).toBe(1);
  expect(checkout({ replicas: 0 }).manifests[0].spec.replicas).toBe(0);
});

test('the container has what it is given', () => {
  const { app } = checkout({ env: { LEVEL: 'info' }, command: ['node'], args: ['main.js'] });
  expect(app).toMatchObject({
    name: 'app',
    image: 'checkout:1.0.0',
    env: [{ name: 'LEVEL', value: 'info' }],
    command: ['node'],
    args: ['main.js'],
  });
});

test('its container can be added to with cdk8s-plus', () => {
  const chart = new Chart(new App(), 'shop');
  const application = new Application(chart, 'checkout', { image: 'checkout:1.0.0' });
  application.container.env.addVariable('POD', kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME));
  expect(Testing.synth(chart)[0].spec.template.spec.containers[0].env).toEqual([
    { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ]);
});

test.each([
  ['checkout:1.0.0', 'IfNotPresent'],
  ['registry:5000/checkout@sha256:0123', 'IfNotPresent'],
  ['checkout', 'Always'],
  ['registry:5000/checkout', 'Always'],
  ['checkout:latest', 'Always'],
])('the image %s is fetched as Kubernetes would: %s', (image, policy) => {
  expect(checkout({ image }).app.imagePullPolicy).toBe(policy);
});

test('registry, service account and pull policy are taken over', () => {
  const chart = new Chart(new App(), 'shop');
  new Application(chart, 'checkout', {
    image: 'checkout:1.0.0',
    imagePullPolicy: kplus.ImagePullPolicy.NEVER,
    dockerRegistryAuth: kplus.Secret.fromSecretName(chart, 'Registry', 'registry'),
    serviceAccount: kplus.ServiceAccount.fromServiceAccountName(chart, 'Account', 'checkout'),
  });
  const pod = Testing.synth(chart)[0].spec.template.spec;
  expect(pod).toMatchObject({ imagePullSecrets: [{ name: 'registry' }], serviceAccountName: 'checkout' });
  expect(pod.containers[0].imagePullPolicy).toBe('Never');
});

describe('security', () => {
  test('is what the restricted Pod Security Standard asks for, with a folder to write in', () => {
    const { pod, app } = checkout();
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(app.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
    });
    expect(app.volumeMounts).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
    expect(pod.volumes).toEqual([{ name: 'tmp', emptyDir: {} }]);
  });

  test('can be given up one by one', () => {
    const { pod, app } = checkout({ securityContext: { readOnlyRootFilesystem: false, user: 1000 } });
    expect(app.securityContext).toMatchObject({
      readOnlyRootFilesystem: false,
      runAsUser: 1000,
      runAsNonRoot: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod).not.toHaveProperty('volumes');
  });
});

describe('the service account token', () => {
  const STORE = 'dapr.io/disable-builtin-k8s-secret-store';

  test('is mounted, because the built-in secret store of the sidecar needs it', () => {
    const { pod, annotations } = checkout();
    expect(pod.automountServiceAccountToken).toBe(true);
    expect(annotations).not.toHaveProperty([STORE]);
  });

  test('is not mounted when that store is switched off', () => {
    const { pod, annotations } = checkout({ sidecar: { disableBuiltinK8sSecretStore: true } });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(annotations[STORE]).toBe('true');
  });

  test('takes that store with it when it is not mounted', () => {
    const { pod, annotations } = checkout({ automountServiceAccountToken: false });
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(annotations[STORE]).toBe('true');
  });

  test('can be mounted without that store', () => {
    const { pod, annotations } = checkout({ automountServiceAccountToken: true, sidecar: { disableBuiltinK8sSecretStore: true } });
    expect(pod.automountServiceAccountToken).toBe(true);
    expect(annotations[STORE]).toBe('true');
  });
});

describe('probes', () => {
  const connect = { tcpSocket: { port: 5000 }, timeoutSeconds: 5 };

  test('connect to the port, and wait five minutes for it', () => {
    expect(checkout({ port: 5000 }).app).toMatchObject({
      startupProbe: { ...connect, periodSeconds: 2, failureThreshold: 150 },
      readinessProbe: { ...connect, periodSeconds: 5, failureThreshold: 3 },
      livenessProbe: { ...connect, periodSeconds: 10, failureThreshold: 6 },
    });
  });

  test('ask the health path where there is one, but not whether the application lives', () => {
    const { app } = checkout({ port: 5000, healthPath: '/ready', appProtocol: AppProtocol.HTTPS });
    const ask = { httpGet: { path: '/ready', port: 5000, scheme: 'HTTPS' }, timeoutSeconds: 5 };
    expect(app).toMatchObject({ startupProbe: ask, readinessProbe: ask, livenessProbe: connect });
    expect(app.readinessProbe).not.toHaveProperty('tcpSocket');
  });

  test('can be switched off, all three', () => {
    const { app } = checkout({ port: 5000, probes: false });
    expect(Object.keys(app).filter((key) => key.endsWith('Probe'))).toEqual([]);
    expect(app.ports).toEqual([{ containerPort: 5000, name: 'http' }]);
  });

  test('of the sidecar ask the health path when it shall check the application', () => {
    const { annotations } = checkout({ port: 5000, healthPath: '/ready', sidecar: { enableAppHealthCheck: true } });
    expect(annotations['dapr.io/app-health-check-path']).toBe('/ready');
  });
});

describe('resources', () => {
  test('of the application are requests and a memory limit', () => {
    expect(checkout().app.resources).toEqual({ requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '1024Mi' } });
  });

  test('of the application are replaced as a whole', () => {
    expect(checkout({ resources: { memory: { limit: Size.gibibytes(2) } } }).app.resources).toEqual({ limits: { memory: '2048Mi' } });
    expect(checkout({ resources: {} }).app).not.toHaveProperty('resources');
  });

  test.each([
    ['a limit of its own', { sidecarMemoryLimit: Size.gibibytes(1) }, ['128Mi', '1Gi', 'GOMEMLIMIT=921MiB']],
    ['a limit below the default request', { sidecarMemoryLimit: Size.mebibytes(64) }, ['64Mi', '64Mi', 'GOMEMLIMIT=57MiB']],
    ['a very small limit', { sidecarMemoryLimit: Size.kibibytes(1000) }, ['1000Ki', '1000Ki', 'GOMEMLIMIT=900KiB']],
    ['a request above the default limit', { sidecarMemoryRequest: Size.gibibytes(1) }, ['1Gi', '1Gi', 'GOMEMLIMIT=921MiB']],
    ['a GOMEMLIMIT of its own', { env: { GOMEMLIMIT: '1MiB', A: 'b' } }, ['128Mi', '512Mi', 'A=b,GOMEMLIMIT=1MiB']],
  ])('of the sidecar fit together with %s', (_, sidecar, expected) => {
    const { annotations } = checkout({ sidecar });
    expect(['dapr.io/sidecar-memory-request', 'dapr.io/sidecar-memory-limit', 'dapr.io/env'].map((name) => annotations[name])).toEqual(
      expected,
    );
  });

  test('of the sidecar leave the processor request to Kubernetes where there is a limit', () => {
    const { annotations } = checkout({ sidecar: { sidecarCpuLimit: '50m' } });
    expect(annotations).toMatchObject({ 'dapr.io/sidecar-cpu-limit': '50m' });
    expect(annotations).not.toHaveProperty(['dapr.io/sidecar-cpu-request']);
  });

  test('of the sidecar can be left out', () => {
    expect(Object.keys(checkout({ defaultSidecarResources: false }).annotations).sort()).toEqual([
      'dapr.io/app-id',
      'dapr.io/block-shutdown-duration',
      'dapr.io/enabled',
      'dapr.io/graceful-shutdown-seconds',
    ]);
  });
});

describe('shutdown', () => {
  test.each([
    ['by default', {}, [30, '10s', '15']],
    ['with a longer grace period', { terminationGracePeriod: Duration.minutes(2) }, [120, '40s', '60']],
    ['with the shortest grace period', { terminationGracePeriod: Duration.seconds(1) }, [1, '0s', '1']],
    ['with a longer end of the sidecar', { sidecar: { gracefulShutdown: Duration.minutes(1) } }, [75, '10s', '60']],
    ['with a native sidecar, which Kubernetes stops last', { sidecar: { enableNativeSidecar: true } }, [30, undefined, '15']],
    [
      'with times that are all given',
      {
        terminationGracePeriod: Duration.seconds(9),
        sidecar: { blockShutdownDuration: Duration.seconds(4), gracefulShutdown: Duration.seconds(5) },
      },
      [9, '4s', '5'],
    ],
  ])('%s, the times fit together', (_, props, expected) => {
    const { pod, annotations } = checkout(props);
    expect([
      pod.terminationGracePeriodSeconds,
      annotations['dapr.io/block-shutdown-duration'],
      annotations['dapr.io/graceful-shutdown-seconds'],
    ]).toEqual(expected);
  });
});

describe('the pods', () => {
  const constraint = { maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: LABELS } };
  const constraints = [
    { ...constraint, topologyKey: 'kubernetes.io/hostname' },
    { ...constraint, topologyKey: 'topology.kubernetes.io/zone' },
  ];

  test.each([
    ['several replicas', { replicas: 2 }, constraints],
    ['one replica', {}, undefined],
    ['one replica that an autoscaler multiplies', { spread: true }, constraints],
    ['several replicas that shall stay where they are put', { replicas: 2, spread: false }, undefined],
  ])('are spread where possible: %s', (_, props, expected) => {
    expect(checkout(props).pod.topologySpreadConstraints).toEqual(expected);
  });
});

test('everything else of the sidecar is given in sidecar', () => {
  const { annotations } = checkout({
    port: 5000,
    config: ConfigurationReference.fromName('appconfig'),
    sidecar: { appId: 'checkout', appPort: 5000, appProtocol: AppProtocol.H2C, logLevel: LogLevel.DEBUG },
  });
  expect(annotations).toMatchObject({ 'dapr.io/config': 'appconfig', 'dapr.io/app-protocol': 'h2c', 'dapr.io/log-level': 'debug' });
});

test('a second sidecar cannot be injected', () => {
  const { application } = checkout();
  expect(() => Sidecar.inject(application)).toThrow(
    "DAPR002 [shop/checkout] the Deployment 'checkout' has a sidecar already, for the app id 'checkout': inject once, with all options",
  );
});

test('two applications of one app id in a chart are refused', () => {
  const chart = new Chart(new App(), 'shop');
  ['a', 'b'].forEach((id) => new Application(chart, id, { image: 'x:1', appId: 'checkout' }));
  expect(() => Testing.synth(chart)).toThrow("a Deployment named 'checkout' exists already at shop/a/Deployment/Resource");
});

test('the props are not changed, and nothing of them is kept', () => {
  const props = { env: { A: 'b' }, args: ['x'], sidecar: { env: { C: 'd' } }, securityContext: { user: 1 } };
  const before = JSON.stringify(props);
  const chart = new Chart(new App(), 'shop');
  const application = new Application(chart, 'checkout', { image: 'x:1', ...props });
  application.container.env.addVariable('NEW', kplus.EnvValue.fromValue('1'));
  props.args.push('y');
  expect(Testing.synth(chart)[0].spec.template.spec.containers[0].args).toEqual(['x']);
  props.args.pop();
  expect(JSON.stringify(props)).toBe(before);
});

test('synthesizing twice gives the same', () => {
  const chart = new Chart(new App(), 'shop');
  new Application(chart, 'checkout', { image: 'x:1', port: 80, replicas: 2 });
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
});
