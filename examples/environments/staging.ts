import { Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';
import { APPS, Environment } from './environment';

/** In the company's own cluster: Vault, PostgreSQL, RabbitMQ. */
export const staging: Environment = {
  name: 'staging',
  version: '1.4.0',
  replicas: 2,
  tracing: dapr.Tracing.otel('otel-collector.observability:4317', { isSecure: false, samplingRate: 1 }),
  components(chart, names) {
    const secretStore = new dapr.secretstores.HashicorpVault(chart, names.secrets, {
      vaultAddr: 'https://vault.vault:8200',
      caPem: dapr.MetadataValue.fromSecretKeyRef('vault-access', 'ca.crt'),
      auth: dapr.secretstores.HashicorpVaultAuth.token({ vaultToken: dapr.SecretValue.fromSecretKeyRef('vault-access', 'token') }),
      vaultKVPrefix: 'shop-staging',
      scopes: [APPS.checkout, APPS.orders],
    });
    const store = new dapr.state.PostgreSql(chart, names.store, {
      connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
      timeout: Duration.seconds(10),
      actorStateStore: true,
      secretStore,
      scopes: [APPS.orders],
    });
    const bus = new dapr.pubsub.RabbitMq(chart, names.bus, {
      auth: dapr.pubsub.RabbitMqAuth.connectionString({ connectionString: dapr.SecretValue.fromSecretKeyRef('rabbitmq', 'url') }),
      durable: true,
      deletedWhenUnused: false,
      secretStore,
      scopes: [APPS.checkout, APPS.orders],
    });
    return { store, bus };
  },
};
