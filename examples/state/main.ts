import { App, Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

const app = new App();
const chart = new Chart(app, 'state', { namespace: 'shop' });

// Sessions: in Redis, gone after half an hour unless the request says otherwise.
new dapr.state.Redis(chart, 'sessions', {
  redisHost: 'redis:6379',
  redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
  ttlInSeconds: 1800,
  scopes: ['web'],
});

// Carts: in PostgreSQL, shared by two applications, encrypted before they are stored.
new dapr.state.PostgreSql(chart, 'carts', {
  connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
  tablePrefix: 'carts_',
  timeout: Duration.seconds(10),
  keyPrefix: dapr.KeyPrefix.NAME,
  primaryEncryptionKey: dapr.SecretValue.fromSecretKeyRef('carts-encryption', 'key'),
  scopes: ['web', 'checkout'],
});

// Orders: in PostgreSQL too, with the transactions and ETags that actors and workflows need. The first version of the component can be
// queried, which the second cannot.
const orders = new dapr.state.PostgreSqlV1(chart, 'orders', {
  connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
  tableName: 'orders',
  metadataTableName: 'orders_metadata',
  timeout: Duration.seconds(10),
  scopes: ['checkout'],
});
orders.useForActors();

new dapr.Application(chart, 'web', { image: 'ghcr.io/example/web:1.0.0', port: 8080, replicas: 2 });
new dapr.Application(chart, 'checkout', { image: 'ghcr.io/example/checkout:1.0.0', port: 5000 });

app.synth();
