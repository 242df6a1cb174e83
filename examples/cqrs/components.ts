import { Chart } from 'cdk8s';
import * as dapr from 'cdk8s-dapr';

/** The topic of what happened to orders. */
export const EVENTS = 'order-events';

export interface CqrsComponents {
  readonly bus: dapr.pubsub.Kafka;
  readonly views: dapr.state.MongoDb;
}

export function components(chart: Chart): CqrsComponents {
  // Between writing and reading. order-queries does not see it: it only reads what is there.
  const bus = new dapr.pubsub.Kafka(chart, 'bus', {
    brokers: 'kafka-0.kafka:9092,kafka-1.kafka:9092,kafka-2.kafka:9092',
    version: '3.6.0',
    auth: dapr.pubsub.KafkaAuth.sasl({
      saslUsername: 'orders',
      saslPassword: dapr.SecretValue.fromSecretKeyRef('kafka', 'password'),
      saslMechanism: dapr.pubsub.KafkaSaslMechanism.SHA_512,
    }),
    initialOffset: dapr.pubsub.KafkaInitialOffset.OLDEST, // a projector of a new name builds its views from the beginning
    publishingScopes: {
      'order-commands': [EVENTS, `${chart.namespace}order-commands${EVENTS}outbox`], // the second is the outbox's own
      'order-projector': [],
    },
    subscriptionScopes: { 'order-commands': [], 'order-projector': [EVENTS] },
    scopes: ['order-commands', 'order-projector'],
  });

  // The write side: orders, with ETags against two commands at once. What is written is published, or neither.
  new dapr.state.PostgreSql(chart, 'orders', {
    connectionString: dapr.SecretValue.fromSecretKeyRef('postgres', 'connectionString'),
    tablePrefix: 'orders_',
    outbox: { publishPubsub: bus.name, publishTopic: EVENTS },
    scopes: ['order-commands'],
  });

  // The read side: made for questions, and made anew whenever it is lost. Keys begin with the name of the store, not with the app id:
  // one application writes what the other reads.
  const views = new dapr.state.MongoDb(chart, 'order-views', {
    host: 'mongo-0.mongo,mongo-1.mongo,mongo-2.mongo',
    params: '?replicaSet=rs0',
    username: 'order-views',
    password: dapr.SecretValue.fromSecretKeyRef('mongo', 'password'),
    databaseName: 'views',
    collectionName: 'orders',
    keyPrefix: dapr.KeyPrefix.NAME,
    scopes: ['order-projector', 'order-queries'],
  });

  return { bus, views };
}
