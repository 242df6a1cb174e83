import { ApiObject, Chart, Duration, Size } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import * as kplus from 'cdk8s-plus-27';

const app = new dapr.App();
const chart = new Chart(app, 'high-availability', { namespace: 'shop' });

// A cluster of servers that outlives one of them. What is behind an application must be as available as the application.
const store = new dapr.state.MongoDb(chart, 'orderstore', {
  host: 'mongo-0.mongo,mongo-1.mongo,mongo-2.mongo',
  params: '?replicaSet=rs0',
  username: 'orders',
  password: dapr.SecretValue.fromSecretKeyRef('mongo', 'password'),
  databaseName: 'orders',
  writeconcern: 'majority', // a write is done when it survives the loss of the primary
  scopes: ['orders'],
});

// Three pods, on different nodes and in different zones where there are some (`spread` is the default from two replicas on).
const orders = new dapr.Application(chart, 'orders', {
  image: 'ghcr.io/example/orders:1.0.0',
  port: 5001,
  replicas: 3,
  healthPath: '/healthz',
  terminationGracePeriod: Duration.seconds(60), // the sidecar goes on for 20 s of it, so that calls under way can end
  resources: { cpu: { request: kplus.Cpu.millis(250) }, memory: { request: Size.mebibytes(256), limit: Size.mebibytes(512) } },
  sidecar: {
    enableAppHealthCheck: true, // no messages for a pod that is not well, and no actors
    appHealthThreshold: 3,
  },
});
const checkout = new dapr.Application(chart, 'checkout', {
  image: 'ghcr.io/example/checkout:1.0.0',
  port: 5000,
  replicas: 3,
  healthPath: '/healthz',
});

// Whoever drains a node waits until enough pods run elsewhere. It does not help against a node that dies: the replicas do.
for (const { appId } of [orders, checkout]) {
  new ApiObject(chart, `${appId}-disruption`, {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: appId },
    spec: { maxUnavailable: 1, selector: { matchLabels: { 'app.kubernetes.io/name': appId } } },
  });
}

// A pod that goes away, or a primary that is elected: both are over within seconds, and a second try succeeds.
const resiliency = new dapr.Resiliency(chart, 'resiliency');
const failover = resiliency.addRetry('failover', dapr.Retry.exponential({ maxInterval: Duration.seconds(5), maxRetries: 8 }));
const podGone = resiliency.addRetry(
  'pod-gone',
  dapr.Retry.constant({
    duration: Duration.millis(500),
    maxRetries: 5,
    matching: [dapr.StatusCodes.http(503), dapr.StatusCodes.grpc(dapr.GrpcStatusCode.UNAVAILABLE)],
  }),
);
resiliency.targetApp(orders, { timeout: Duration.seconds(10), retry: podGone });
resiliency.targetComponent(store, { outbound: { timeout: Duration.seconds(5), retry: failover } });

app.synth();
