import { Duration } from 'cdk8s';

/**
 * What RabbitMQ knows about a single subscription.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-rabbitmq/
 */
export interface RabbitMqSubscriptionOptions {
  /**
   * The routing key that binds the queue to the topic; several are separated by commas.
   *
   * @default - none
   */
  readonly routingKey?: string;

  /**
   * The name of the queue.
   *
   * @default - the consumer id and the topic
   */
  readonly queueName?: string;

  /**
   * The kind of queue.
   *
   * @default RabbitMqQueueType.CLASSIC
   */
  readonly queueType?: RabbitMqQueueType;

  /**
   * Lets one consumer at a time take messages, which keeps their order.
   *
   * @default false
   */
  readonly singleActiveConsumer?: boolean;

  /**
   * The highest priority of messages. 1 to 255.
   *
   * @default - no priorities
   */
  readonly maxPriority?: number;

  /**
   * How many messages the queue holds.
   *
   * @default - no limit
   */
  readonly maxLen?: number;

  /**
   * How many bytes the queue holds.
   *
   * @default - no limit
   */
  readonly maxLenBytes?: number;
}

/** The kinds of RabbitMQ queues. */
export enum RabbitMqQueueType {
  /** A queue on one node. */
  CLASSIC = 'classic',

  /** A queue on a majority of nodes. */
  QUORUM = 'quorum',
}

/**
 * What Kafka knows about a single subscription.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-apache-kafka/
 */
export interface KafkaSubscriptionOptions {
  /**
   * How messages are decoded.
   *
   * @default KafkaValueSchemaType.NONE
   */
  readonly valueSchemaType?: KafkaValueSchemaType;
}

/** How Kafka messages are decoded. */
export enum KafkaValueSchemaType {
  /** Not at all. */
  NONE = 'none',

  /** By an Avro schema of the registry. */
  AVRO = 'avro',
}

/**
 * How Pulsar divides messages among the replicas of an application.
 */
export enum PulsarSubscriptionType {
  /** To any of them. */
  SHARED = 'shared',
  /** To one of them, and to the next where it fails. */
  FAILOVER = 'failover',
  /** To the only one that there may be. */
  EXCLUSIVE = 'exclusive',
  /** Those of one key to the same one. */
  KEY_SHARED = 'key_shared',
}

/**
 * Whether messages are handled side by side.
 */
export enum PulsarSubscriptionMode {
  /** Side by side. */
  ASYNC = 'async',
  /** One after the other. */
  SYNC = 'sync',
}

/**
 * What Pulsar knows about a single subscription.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-pulsar/
 */
export interface PulsarSubscriptionOptions {
  /**
   * Who gets a message.
   *
   * @default - as the component says
   */
  readonly subscribeType?: PulsarSubscriptionType;

  /**
   * Whether messages are handled one after another.
   *
   * @default - as the component says
   */
  readonly processMode?: PulsarSubscriptionMode;
}

/**
 * What MQTT knows about a single subscription.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-mqtt3/
 */
export interface MqttSubscriptionOptions {
  /**
   * Ends the subscription at the broker when the sidecar stops.
   *
   * @default false
   */
  readonly unsubscribeOnClose?: boolean;
}

/**
 * What RocketMQ knows about a single subscription.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-rocketmq/
 */
export interface RocketMqSubscriptionOptions {
  /**
   * The language of the filter.
   *
   * @default RocketMqFilterType.TAG
   */
  readonly subType?: RocketMqFilterType;

  /**
   * The filter.
   *
   * @default '*'
   */
  readonly subExpression?: string;
}

/** The language of a filter of RocketMQ. */
export enum RocketMqFilterType {
  /** Tags, such as `placed || paid`. */
  TAG = 'tag',

  /** Conditions over properties, in SQL. */
  SQL92 = 'sql92',
}

/**
 * What Azure Service Bus topics know about a single subscription.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-azure-servicebus-topics/
 */
export interface AzureServiceBusSubscriptionOptions {
  /**
   * Takes messages by session, which keeps the order within one. Topics only: queues ignore it.
   *
   * @default false
   */
  readonly requireSessions?: boolean;

  /**
   * How long a session without messages is kept. Whole seconds.
   *
   * @default Duration.seconds(60)
   */
  readonly sessionIdleTimeout?: Duration;

  /**
   * How many sessions are taken at once. At least 1.
   *
   * @default 8
   */
  readonly maxConcurrentSessions?: number;
}

/**
 * What Azure Event Hubs knows about a single subscription.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-azure-eventhubs/
 */
export interface AzureEventHubsSubscriptionOptions {
  /**
   * Hands all properties of a message to the application.
   *
   * @default false
   */
  readonly requireAllProperties?: boolean;

  /**
   * After how many messages of a partition the position is saved. At least 1.
   *
   * @default 1
   */
  readonly checkPointFrequencyPerPartition?: number;
}
