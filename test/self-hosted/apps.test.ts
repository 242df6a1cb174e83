import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { ANNOTATIONS } from '../../src/self-hosted/core/annotations';
import { selfHosted } from '../../src/self-hosted/core/self-hosted';
import { dapr, deployment, files, good, inNamespace, notes, objects, problems, secret, secretValues } from './support';

/** What the run file says of the only application. */
function entry(given: object[], settings: Parameters<typeof objects>[1] = {}): any {
  return objects(given, settings)['dapr.yaml'].apps[0];
}

const BARE = { appID: 'orders', appDirPath: 'apps/orders', appProtocol: 'http', resourcesPaths: ['../../resources'] };

describe('an application is a workload that gets a sidecar', () => {
  test('and has a folder of its own', () => {
    expect(entry([deployment('orders')])).toEqual(BARE);
    expect(files([deployment('orders')])['apps/orders/.gitkeep']).toBe('');
  });

  test('of any kind, and its name is its app id where it has none', () => {
    const { spec } = deployment('x');
    delete spec.template.metadata.annotations['dapr.io/app-id'];
    expect(entry([{ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'orders' }, spec }])).toEqual(BARE);
  });

  test('others are not started, and a note says so', () => {
    const redis = deployment('redis', { 'dapr.io/enabled': 'false' });
    expect(good([redis]).apps).toEqual([]);
    expect(notes([redis])).toEqual([
      "The Deployment 'redis' has no sidecar, so that dapr run does not start it: start what stands for it yourself.",
    ]);
  });

  test('two of one app id are a problem', () => {
    const green = { ...deployment('orders'), metadata: { name: 'orders-green' } };
    expect(problems([deployment('orders'), green])).toEqual([
      "Deployment orders-green spec.template: its app id 'orders' is that of Deployment orders too: one machine runs one of them, so leave one out as 'Deployment/orders-green'",
    ]);
    expect(problems([deployment('orders'), green], { leaveOut: ['Deployment/orders-green'] })).toEqual([]);
  });

  test('a CronJob is started at once', () => {
    const { spec } = deployment('nightly');
    const job = { apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'nightly' }, spec: { jobTemplate: { spec } } };
    expect(notes([job])).toEqual(["'nightly' is a CronJob: dapr run starts it at once, and once."]);
  });
});

describe('annotations become keys of the run file and flags of daprd', () => {
  test('those that both know', () => {
    const annotations = {
      'dapr.io/app-port': '5001',
      'dapr.io/app-protocol': 'GRPC',
      'dapr.io/app-max-concurrency': '4',
      'dapr.io/enable-app-health-check': 'yes',
      'dapr.io/app-health-check-path': '/ready',
      'dapr.io/app-health-probe-interval': '3',
      'dapr.io/app-health-probe-timeout': '200',
      'dapr.io/app-health-threshold': '2',
      'dapr.io/log-level': 'debug',
      'dapr.io/enable-api-logging': 'true',
      'dapr.io/enable-profiling': 'on',
      'dapr.io/max-body-size': '8Mi',
      'dapr.io/read-buffer-size': '16Ki',
      'dapr.io/sidecar-listen-addresses': '127.0.0.1',
      'dapr.io/unix-domain-socket-path': '/tmp/sockets',
      'dapr.io/app-channel-address': '127.0.0.2',
    };
    expect(entry([deployment('orders', annotations)])).toEqual({
      ...BARE,
      appPort: 5001,
      appProtocol: 'grpc',
      appMaxConcurrency: 4,
      enableAppHealthCheck: true,
      appHealthCheckPath: '/ready',
      appHealthProbeInterval: 3,
      appHealthProbeTimeout: 200,
      appHealthThreshold: 2,
      logLevel: 'debug',
      enableApiLogging: true,
      enableProfiling: true,
      maxBodySize: '8Mi',
      readBufferSize: '16Ki',
      apiListenAddresses: '127.0.0.1',
      unixDomainSocket: '/tmp/sockets',
      appChannelAddress: '127.0.0.2',
    });
    expect(notes([deployment('orders', annotations)])).toEqual([]);
  });

  test('those that dapr run cannot pass on are flags, and a note says so once for all applications', () => {
    const annotations = { 'dapr.io/graceful-shutdown-seconds': '15', 'dapr.io/enable-metrics': 'false', 'dapr.io/log-as-json': 'true' };
    const given = [deployment('orders', annotations), deployment('checkout', { 'dapr.io/log-as-json': 'true' })];
    expect(good(given).apps.map(({ flags }) => flags)).toEqual([
      ['--app-protocol', 'http', '--log-as-json=true', '--enable-metrics=false', '--dapr-graceful-shutdown-seconds', '15'],
      ['--app-protocol', 'http', '--log-as-json=true'],
    ]);
    expect(notes(given)).toEqual([
      "'dapr.io/log-as-json' does nothing here: dapr run cannot pass '--log-as-json' to the sidecar (orders, checkout).",
      "'dapr.io/enable-metrics' does nothing here: dapr run cannot pass '--enable-metrics' to the sidecar (orders).",
      "'dapr.io/graceful-shutdown-seconds' does nothing here: dapr run cannot pass '--dapr-graceful-shutdown-seconds' to the sidecar (orders).",
    ]);
  });

  test('what the injector ignores is ignored', () => {
    const annotations = { 'dapr.io/app-port': 'eighty', 'dapr.io/app-max-concurrency': 'many', 'dapr.io/app-health-check-path': '/ready' };
    expect(entry([deployment('orders', annotations)])).toEqual(BARE);
  });

  test('old annotations mean what they mean to daprd', () => {
    const annotations = { 'dapr.io/app-ssl': 'true', 'dapr.io/http-max-request-size': '8', 'dapr.io/http-read-buffer-size': '16' };
    expect(entry([deployment('orders', annotations)])).toEqual({
      ...BARE,
      appProtocol: 'https',
      maxBodySize: '8Mi',
      readBufferSize: '16Ki',
    });
  });

  test('every annotation that Dapr reads has its place in the table', () => {
    const catalog = load(readFileSync(join(__dirname, '../../catalog/annotations.yaml'), 'utf8')) as object;
    expect(Object.keys(ANNOTATIONS).sort()).toEqual(Object.keys(catalog).sort());
  });
});

describe('a Configuration is a file', () => {
  test('that the application names', () => {
    const config = dapr('Configuration', 'settings', { metrics: { enabled: false } });
    const given = [deployment('orders', { 'dapr.io/config': 'settings' }), config];
    expect(entry(given)).toEqual({ ...BARE, configFilePath: '../../config/settings.yaml' });
    expect(good(given).apps[0].configPath).toBe('config/settings.yaml');
  });

  test('that must be there', () => {
    expect(problems([deployment('orders', { 'dapr.io/config': 'settings' })])).toEqual([
      'Deployment orders spec.template.metadata.annotations["dapr.io/config"]: there is no Configuration \'settings\' among the manifests: give its file too, or one of that name as an override',
    ]);
  });
});

describe('the command of an application', () => {
  const container = { command: ['node'], args: ['server.js', '--port', '$(PORT)'], env: [{ name: 'PORT', value: '5001' }] };

  test('is the one that is given', () => {
    expect(entry([deployment('orders')], { commands: { orders: ['npm', 'start'] } }).command).toEqual(['npm', 'start']);
  });

  test("is the container's where its folder is given", () => {
    expect(entry([deployment('orders', {}, container)], { appDirs: { orders: '../orders' } })).toEqual({
      ...BARE,
      appDirPath: '../orders',
      resourcesPaths: ['../out/resources'],
      env: { PORT: '5001' },
      command: ['node', 'server.js', '--port', '5001'],
    });
  });

  test('is missing elsewhere, and a comment says so', () => {
    const text = files([deployment('orders', {}, container), deployment('checkout')])['dapr.yaml'];
    expect(text).toBe(`# Written by cdk8s-dapr from Kubernetes manifests; the next run replaces it.
# Start it with: dapr run -f .
version: 1
apps:
  # Only the sidecar of orders is started: start the application yourself, or give its command.
  # Its container runs: ["node","server.js","--port","5001"]
  - appID: orders
    appDirPath: apps/orders
    appProtocol: http
    resourcesPaths:
      - ../../resources
    env:
      PORT: "5001"
  # Only the sidecar of checkout is started: start the application yourself, or give its command.
  - appID: checkout
    appDirPath: apps/checkout
    appProtocol: http
    resourcesPaths:
      - ../../resources
`);
  });

  test('of an application that is not there does nothing', () => {
    expect(notes([deployment('orders')], { commands: { order: ['x'] } })).toEqual([
      "There is no application 'order' among the manifests: what was said of it does nothing.",
    ]);
  });
});

describe('the environment of an application', () => {
  const given = [
    deployment(
      'orders',
      {},
      {
        envFrom: [
          { configMapRef: { name: 'settings' }, prefix: 'APP_' },
          { secretRef: { name: 'api' } },
          { configMapRef: { name: 'gone' } },
        ],
        env: [
          { name: 'PLAIN', value: 'x' },
          { name: 'MAP', valueFrom: { configMapKeyRef: { name: 'settings', key: 'mode' } } },
          { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'postgres', key: 'password' } } },
          { name: 'NS', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
          { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } },
          { name: 'TWICE', value: '$(PLAIN)$(PLAIN)$$(PLAIN)$(NONE)' },
        ],
      },
    ),
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { mode: 'fast' } },
    secret('api', { KEY: 'k' }),
  ];

  test('is that of its container', () => {
    expect(entry(given).env).toEqual({ APP_mode: 'fast', PLAIN: 'x', MAP: 'fast', NS: 'default', TWICE: 'xx$(PLAIN)$(NONE)' });
  });

  test('with secrets in a file of their own', () => {
    expect(secretValues(given)['secrets.env']).toEqual({ '': { KEY: 'k', PASSWORD: undefined } });
  });

  test('less what only the cluster knows', () => {
    expect(notes(given)).toEqual([
      "'orders' has its environment from the ConfigMap 'gone', which is not among the manifests: give its variables with env.",
      "'CPU' of 'orders' has its value from the cluster: give it one with env.",
    ]);
  });

  test('and what is given for all', () => {
    expect(entry([deployment('orders')], { env: { MODE: 'local' } }).env).toEqual({ MODE: 'local' });
  });
});

describe('the environment of sidecars is that of dapr run', () => {
  const [orders] = inNamespace('shop', [deployment('orders', { 'dapr.io/env': 'GOGC=50,GOMEMLIMIT=460MiB' })]);

  test('in a file that a shell reads', () => {
    const written = files([orders]);
    expect(written['sidecar.env']).toBe('GOGC=50\nNAMESPACE=shop\n');
    expect(written['dapr.yaml']).toContain('# Start it with: (set -a; . ./sidecar.env; dapr run -f .)\n');
    expect(good([orders]).apps[0].env).toEqual({ NAMESPACE: 'shop', GOGC: '50' });
  });

  test('so that two cannot differ', () => {
    const [checkout] = inNamespace('shop', [deployment('checkout', { 'dapr.io/env': 'GOGC=80' })]);
    expect(notes([orders, checkout])).toEqual([
      "'GOGC' of the sidecar of 'checkout' is '80', but all sidecars of one dapr run share their environment: it stays '50'.",
    ]);
  });
});

describe('one machine has each port once', () => {
  const port = { 'dapr.io/app-port': '5000' };

  test('so that two applications on one are a problem', () => {
    const given = [deployment('orders', port), deployment('checkout', port)];
    expect(problems(given)).toEqual([
      "Deployment checkout spec.template.metadata.annotations[\"dapr.io/app-port\"]: 'checkout' listens on 5000 as 'orders' does, and one machine has that port once: give one of them another, which it gets as the variable APP_PORT",
    ]);
    expect(good(given, { ports: { checkout: 5001 } }).apps.map(({ appPort }) => appPort)).toEqual([5000, 5001]);
  });

  test('but not in two namespaces, which are two runs', () => {
    const given = [...inNamespace('a', [deployment('orders', port)]), ...inNamespace('b', [deployment('orders', port)])];
    expect(selfHosted(given).problems).toEqual([]);
  });

  test('so that sidecars keep theirs where no other wants it', () => {
    const given = [
      deployment('orders', { 'dapr.io/grpc-port': '50005', 'dapr.io/metrics-port': '9095', 'dapr.io/internal-grpc-port': '5000' }),
      deployment('checkout', { ...port, 'dapr.io/grpc-port': '50005', 'dapr.io/internal-grpc-port': '50006' }),
    ];
    expect(
      objects(given)['dapr.yaml'].apps.map(({ daprGRPCPort, daprInternalGRPCPort, metricsPort }: any) => [
        daprGRPCPort,
        daprInternalGRPCPort,
        metricsPort,
      ]),
    ).toEqual([
      [undefined, undefined, 9095],
      [undefined, 50006, undefined],
    ]);
    expect(notes(given)).toEqual([
      "'dapr.io/grpc-port' of 'orders' is 50005, which one machine has once: dapr run chooses a free port, and tells the application.",
      "'dapr.io/internal-grpc-port' of 'orders' is 5000, which one machine has once: dapr run chooses a free port, and tells the application.",
      "'dapr.io/grpc-port' of 'checkout' is 50005, which one machine has once: dapr run chooses a free port, and tells the application.",
    ]);
  });
});
