import { ApiObject, Chart, Cron, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as dapr from '../../src';

const { HelmValue } = dapr;

/** A program with a value of every kind, in constructs of this library, of cdk8s-plus, in plain objects and inside of texts. */
export const everyKind: dapr.IHelmProgram = {
  define(app) {
    const chart = new Chart(app, 'shop', { namespace: HelmValue.releaseNamespace({ default: 'shop' }) });
    const tag = HelmValue.string('image.tag', { default: '1.0.0', description: 'The version of the image' });
    const registry = HelmValue.string('image.registry', { default: 'registry.example.com' });
    const port = HelmValue.integer('orders.port', { default: 5001, minimum: 1024, maximum: 65535, description: 'Where orders listens' });
    const apiLogging = HelmValue.boolean('apiLogging', { default: false });
    const cpu = HelmValue.integer('orders.cpuMillis', { default: 100, minimum: 1 });
    new dapr.Application(chart, 'orders', {
      image: `${registry}/orders:${tag}`,
      port,
      replicas: HelmValue.integer('orders.replicas', { default: 3, minimum: 0 }),
      spread: true,
      resources: {
        cpu: { request: kplus.Cpu.millis(cpu) },
        memory: { limit: HelmValue.size('orders.memory', { default: Size.gibibytes(1) }), request: Size.mebibytes(100) },
      },
      imagePullPolicy: HelmValue.enum('image.pullPolicy', {
        default: 'Always',
        allowed: ['Always', 'IfNotPresent', 'Never'],
      }) as kplus.ImagePullPolicy,
      args: ['--verbose', ...HelmValue.list('orders.args', { default: ['--format={{ json }}'] })],
      probes: HelmValue.boolean('orders.probes', { default: true }),
      sidecar: {
        enableApiLogging: apiLogging,
        enableAppHealthCheck: true,
        appHealthProbeInterval: HelmValue.duration('probeInterval', { default: Duration.seconds(5) }),
      },
    });
    new dapr.state.Redis(chart, 'statestore', {
      redisHost: HelmValue.string('redis.host', { default: 'redis:6379' }),
      redisPassword: dapr.SecretValue.fromSecretKeyRef('redis-auth', 'password'),
      scopes: ['orders'],
    });
    new dapr.pubsub.Kafka(chart, 'bus', {
      brokers: HelmValue.list('brokers', { default: ['kafka:9092'] }).join(','),
      auth: dapr.pubsub.KafkaAuth.none(),
      scopes: ['orders'],
    });
    const job = new kplus.CronJob(chart, 'cleanup', {
      metadata: { name: `${HelmValue.releaseName({ default: 'shop' })}-cleanup` },
      schedule: Cron.daily(),
      containers: [{ image: `${registry}/cleanup:${tag}`, envVariables: { RELEASE: kplus.EnvValue.fromValue(tag) } }],
      startingDeadline: HelmValue.duration('cleanup.deadline', { default: Duration.minutes(2), description: 'How late it may start' }),
    });
    HelmValue.condition('cleanup.enabled', { default: true }).when(job);
    new ApiObject(chart, 'settings', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', labels: { team: 'shop', ...HelmValue.map('labels', { default: {} }) } },
      data: {
        literal: 'a {{ .Values.x }} {{{{ {{- end }}',
        cel: 'event.type == "{{order}}" && {"a": {"b": 1}}',
        lines: 'first\n\n  second {{\n\n',
        zSpaces: 'first\nsecond  ',
        ...(apiLogging ? { zzLogging: 'on' } : {}),
        ratio: `${HelmValue.number('ratio', { default: 0.5, minimum: 0, maximum: 1 })}`,
        quantity: HelmValue.quantity('disk', { default: '10Gi' }),
      },
    });
    if (HelmValue.boolean('ingress.enabled', { default: false, description: 'Whether the shop is reached from outside' })) {
      new ApiObject(chart, 'ingress', {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'shop', annotations: HelmValue.map('ingress.annotations', { default: {} }) },
        spec: {
          tls: HelmValue.any('ingress.tls', { default: [], example: [{ hosts: ['shop.example.com'] }] }),
          defaultBackend: { service: { name: 'orders', port: { number: port } } },
        },
      });
    }
  },
};

/** Values that are all other than the defaults. */
export const OTHERS: { readonly [path: string]: unknown } = {
  'image.tag': '2.0.0-rc',
  'image.registry': 'localhost:5000',
  'image.pullPolicy': 'Never',
  'orders.port': 8080,
  'orders.cpuMillis': 1500000,
  'orders.replicas': 0,
  'orders.memory': '513Mi',
  'orders.args': ['a', '"b"', 'true'],
  'orders.probes': false,
  apiLogging: true,
  probeInterval: '1m5s',
  'redis.host': 'other:6380',
  brokers: ['a:1', 'b:2'],
  'cleanup.deadline': '1h1s',
  labels: { 'example.com/x': 'y' },
  ratio: 0.25,
  disk: '5Mi',
  'ingress.enabled': true,
  'ingress.annotations': { note: 'on' },
  'ingress.tls': [{ hosts: ['a'], secretName: 'b' }],
};
