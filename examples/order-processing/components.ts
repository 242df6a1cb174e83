import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { ShopComponents } from './shop';

/** The components of production. Each is seen by the applications that need it only. */
export function components(chart: Chart): ShopComponents {
  // Where the other components' secrets come from. What opens it comes from Kubernetes Secrets.
  const vault = new dapr.secretstores.HashicorpVault(chart, 'vault', {
    vaultAddr: 'https://vault.vault:8200',
    caPem: dapr.MetadataValue.fromSecretKeyRef('vault-access', 'ca.crt'),
    auth: dapr.secretstores.HashicorpVaultAuth.token({ vaultToken: dapr.SecretValue.fromSecretKeyRef('vault-access', 'token') }),
    vaultKVPrefix: 'shop',
    scopes: ['checkout', 'orders', 'notification', 'shipping'],
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
    brokers: 'kafka-0.kafka:9092,kafka-1.kafka:9092,kafka-2.kafka:9092',
    version: '3.6.0',
    auth: dapr.pubsub.KafkaAuth.sasl({
      saslUsername: 'shop',
      saslPassword: dapr.SecretValue.fromSecretKeyRef('kafka', 'password'),
      saslMechanism: dapr.pubsub.KafkaSaslMechanism.SHA_512,
    }),
    heartbeatInterval: Duration.seconds(3),
    sessionTimeout: Duration.seconds(20),
    publishingScopes: {
      checkout: [],
      notification: ['orders-notification-dead'],
      shipping: ['orders-shipping-dead'],
    },
    secretStore: vault,
    scopes: ['checkout', 'orders', 'notification', 'shipping'],
  });

  // Settings that the applications read and watch: PostgreSQL tells of changes on a channel.
  const settings = new dapr.configurationstores.PostgreSql(chart, 'settings', {
    connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
    table: 'settings',
    notifyChannel: 'settings',
    maxConns: 4,
    secretStore: vault,
    scopes: ['checkout', 'orders'],
  });

  // What customers are told.
  new dapr.bindings.Smtp(chart, 'mail', {
    host: 'smtp.example.com',
    port: 587,
    user: 'shop',
    password: dapr.SecretValue.fromSecretKeyRef('smtp', 'password'),
    emailFrom: 'shop@example.com',
    secretStore: vault,
    scopes: ['notification'],
  });

  // Every night orders archives what was shipped, and writes it to S3 with the role of its pods.
  new dapr.bindings.Cron(chart, 'nightly', {
    schedule: '0 0 2 * * *',
    direction: dapr.BindingDirection.INPUT,
    route: '/jobs/nightly',
    scopes: ['orders'],
  });
  new dapr.bindings.AwsS3(chart, 'archive', {
    bucket: 'shop-order-archive',
    auth: dapr.bindings.AwsS3Auth.awsEnvironment({ region: 'eu-central-1' }),
    scopes: ['orders'],
  });

  return { vault, store, bus, settings };
}
