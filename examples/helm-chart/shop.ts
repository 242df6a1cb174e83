import { Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as dapr from 'cdk8s-dapr';

const { HelmValue } = dapr;

/** The shop, with what its users may change as values. It is run several times: it must do the same for the same values. */
const shop: dapr.IHelmProgram = {
  define(app) {
    const chart = new Chart(app, 'shop');
    const registry = HelmValue.string('image.registry', { default: 'ghcr.io/example', description: 'Where the images are' });
    const tag = HelmValue.string('image.tag', { default: '1.0.0', description: 'The version of the images' });
    const pullPolicy = HelmValue.enum('image.pullPolicy', {
      default: kplus.ImagePullPolicy.IF_NOT_PRESENT,
      allowed: Object.values(kplus.ImagePullPolicy),
      description: 'When a node fetches an image',
    }) as kplus.ImagePullPolicy;

    const orders = new dapr.Application(chart, 'orders', {
      image: `${registry}/orders:${tag}`,
      imagePullPolicy: pullPolicy,
      port: 5001,
      replicas: HelmValue.integer('orders.replicas', { default: 2, minimum: 0, description: 'How many pods take orders' }),
      spread: true, // said here, because by default it follows from the number of replicas
      resources: {
        memory: {
          request: Size.mebibytes(128),
          limit: HelmValue.size('orders.memoryLimit', { default: Size.mebibytes(512), description: 'The memory of a pod' }),
        },
      },
      sidecar: {
        enableApiLogging: HelmValue.boolean('apiLogging', { default: false, description: 'Whether each call of the API is logged' }),
        maxBodySize: Size.mebibytes(8),
      },
    });

    new dapr.state.Redis(chart, 'statestore', {
      redisHost: HelmValue.string('redis.host', { default: 'redis:6379', description: 'The host and port of Redis' }),
      redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
      scopes: [orders.appId],
    });

    const cleanup = new kplus.Job(chart, 'cleanup', {
      metadata: { name: 'cleanup' },
      containers: [{ image: `${registry}/cleanup:${tag}`, imagePullPolicy: pullPolicy }],
      activeDeadline: HelmValue.duration('cleanup.deadline', { default: Duration.minutes(10), description: 'How long it may run' }),
    });
    HelmValue.condition('cleanup.enabled', { default: false, description: 'Whether old orders are deleted' }).when(cleanup);
  },
};

// The same program twice: as plain manifests with the defaults, and as a chart.
const app = new dapr.App();
shop.define(app);
app.synth();

dapr.HelmChart.of(shop, {
  name: 'shop',
  version: '1.0.0',
  appVersion: '1.0.0',
  description: 'A shop that keeps its orders in Redis, by way of Dapr.',
  existingSecrets: true,
  workloadValues: true,
  environments: [{ name: 'production', values: { 'orders.replicas': 4, 'orders.memoryLimit': '1Gi', 'redis.host': 'redis.data:6379' } }],
}).write();
