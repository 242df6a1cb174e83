// The twin of main.py, line by line: an application of several services, as large as those that people write.
import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

// The library's own App writes with a package that it brings along: that has to arrive in every language.
const app = new dapr.App();
const chart = new Chart(app, 'order-processing', { namespace: 'shop' });

const vault = new dapr.secretstores.HashicorpVault(chart, 'vault', {
  vaultAddr: 'https://vault.vault:8200',
  caPem: dapr.MetadataValue.fromSecretKeyRef('vault-access', 'ca.crt'),
  auth: dapr.secretstores.HashicorpVaultAuth.token({ vaultToken: dapr.SecretValue.fromSecretKeyRef('vault-access', 'token') }),
  vaultKVPrefix: 'shop',
  scopes: ['checkout', 'orders', 'notification'],
});
const store = new dapr.state.Redis(chart, 'orderstore', {
  redisHost: 'redis:6379',
  redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
  enableTLS: true,
  actorStateStore: true,
  outbox: { publishPubsub: 'orderpubsub', publishTopic: 'orders' },
  secretStore: vault,
  scopes: ['orders'],
});
const bus = new dapr.pubsub.Kafka(chart, 'orderpubsub', {
  brokers: 'kafka-0.kafka:9092,kafka-1.kafka:9092',
  auth: dapr.pubsub.KafkaAuth.sasl({
    saslUsername: 'shop',
    saslPassword: dapr.SecretValue.fromSecretKeyRef('kafka', 'password'),
    saslMechanism: dapr.pubsub.KafkaSaslMechanism.SHA_512,
  }),
  heartbeatInterval: Duration.seconds(3),
  publishingScopes: { checkout: [], notification: ['orders-dead'] },
  secretStore: vault,
  scopes: ['checkout', 'orders', 'notification'],
});
new dapr.bindings.Cron(chart, 'nightly', {
  schedule: '0 0 2 * * *',
  direction: dapr.BindingDirection.INPUT,
  route: '/jobs/nightly',
  scopes: ['orders'],
});

const config = new dapr.Configuration(chart, 'orders-config', {
  tracing: dapr.Tracing.otel('otel-collector:4317', { protocol: dapr.OtelProtocol.GRPC, isSecure: false, samplingRate: 0.1 }),
  metrics: { enabled: true, http: { increasedCardinality: false, pathMatching: ['/orders', '/orders/{id}'] } },
  secrets: { scopes: [{ storeName: vault.name, defaultAccess: dapr.Access.DENY }] },
  accessControl: {
    defaultAction: dapr.Access.DENY,
    policies: [
      {
        appId: 'checkout',
        defaultAction: dapr.Access.DENY,
        operations: [{ name: '/orders', httpVerb: [dapr.HttpVerb.POST], action: dapr.Access.ALLOW }],
      },
    ],
  },
});
const orders = new dapr.Application(chart, 'orders', {
  image: 'ghcr.io/example/orders:1.4.0',
  port: 5001,
  replicas: 3,
  healthPath: '/healthz',
  config,
});
new dapr.Application(chart, 'checkout', { image: 'ghcr.io/example/checkout:1.4.0', port: 5000, env: { STORE: store.name } });
new dapr.Application(chart, 'notification', { image: 'ghcr.io/example/notification:1.4.0', port: 5002, sidecar: { logAsJson: true } });
new dapr.Subscription(chart, 'notification-orders', {
  pubsub: bus,
  topic: 'orders',
  route: '/events/orders',
  deadLetterTopic: 'orders-dead',
  scopes: ['notification'],
});

const resiliency = new dapr.Resiliency(chart, 'shop-resiliency');
const important = resiliency.addRetry('important', dapr.Retry.exponential({ maxInterval: Duration.seconds(15), maxRetries: 10 }));
const breaker = resiliency.addCircuitBreaker('simple', { trip: 'consecutiveFailures > 8', timeout: Duration.seconds(5) });
resiliency.targetApp(orders, { timeout: Duration.seconds(2), retry: important, circuitBreaker: breaker });
resiliency.targetComponent(store, { outbound: { timeout: Duration.seconds(1), retry: important } });

app.synth();
