import { Chart, Duration } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/** Where events come from. With `direction`, the sidecar does not first ask the application whether it wants them. */
export function inputs(chart: Chart): void {
  // Orders of partners, from a topic of theirs that knows nothing of Dapr.
  const partnerOrders = new dapr.bindings.Kafka(chart, 'partner-orders', {
    brokers: 'kafka-0.kafka:9092,kafka-1.kafka:9092,kafka-2.kafka:9092',
    version: '3.6.0',
    topics: 'partner-orders',
    consumerGroup: 'intake',
    initialOffset: dapr.bindings.KafkaInitialOffset.OLDEST,
    auth: dapr.bindings.KafkaAuth.sasl({
      saslUsername: 'intake',
      saslPassword: dapr.SecretValue.fromSecretKeyRef('kafka', 'password'),
      saslMechanism: dapr.bindings.KafkaSaslMechanism.SHA_512,
    }),
    direction: dapr.BindingDirection.INPUT,
    route: '/orders/partner',
    scopes: ['intake'],
  });

  // Orders of the marketplace. No keys: the role of the pod's service account may read and delete.
  new dapr.bindings.AwsSqs(chart, 'marketplace-orders', {
    queueName: 'marketplace-orders',
    region: 'eu-central-1',
    direction: dapr.BindingDirection.INPUT,
    route: '/orders/marketplace',
    scopes: ['intake'],
  });

  // Sales of the tills. How far each partition was read is kept in a blob container.
  new dapr.bindings.AzureEventHubs(chart, 'till-sales', {
    auth: dapr.bindings.AzureEventHubsAuth.connectionString({
      connectionString: dapr.SecretValue.fromSecretKeyRef('event-hubs', 'connectionString'),
      eventHub: 'till-sales',
    }),
    consumerGroup: 'intake',
    storageAccountName: 'shopcheckpoints',
    storageAccountKey: dapr.SecretValue.fromSecretKeyRef('event-hubs', 'storageAccountKey'),
    storageContainerName: 'till-sales',
    direction: dapr.BindingDirection.INPUT,
    route: '/sales',
    scopes: ['intake'],
  });

  // Six fields: the first is the second. The sidecar's clock is UTC unless TZ says otherwise.
  new dapr.bindings.Cron(chart, 'nightly-report', {
    schedule: '0 30 2 * * *',
    direction: dapr.BindingDirection.INPUT,
    route: '/reports/nightly',
    scopes: ['reports'],
  });

  // The Kafka binding gives up on an event after its first failure: a retry has to be asked for.
  const resiliency = new dapr.Resiliency(chart, 'intake-resiliency', { scopes: ['intake'] });
  resiliency.targetComponent(partnerOrders, {
    inbound: { retry: resiliency.addRetry('take-again', dapr.Retry.exponential({ maxInterval: Duration.seconds(30), maxRetries: 8 })) },
  });
}
