// Generated from catalog/components/pubsub/rocket-mq.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `producerQueueSelector`.
 */
export enum RocketMqProducerQueueSelector {
  /** Writes `hash`. */
  HASH = 'hash',
  /** Writes `random`. */
  RANDOM = 'random',
  /** Writes `manual`. */
  MANUAL = 'manual',
  /** Writes `roundRobin`. */
  ROUND_ROBIN = 'roundRobin',
  /** Writes `dapr`. */
  DAPR = 'dapr',
}

/**
 * The values of `fromWhere`.
 */
export enum RocketMqFromWhere {
  /** Writes `ConsumeFromLastOffset`. */
  CONSUME_FROM_LAST_OFFSET = 'ConsumeFromLastOffset',
  /** Writes `ConsumeFromFirstOffset`. */
  CONSUME_FROM_FIRST_OFFSET = 'ConsumeFromFirstOffset',
  /** Writes `ConsumeFromTimestamp`. */
  CONSUME_FROM_TIMESTAMP = 'ConsumeFromTimestamp',
}

/**
 * The settings of `pubsub.rocketmq` v1.
 */
export interface RocketMqProps extends PubSubOptions {
  /**
   * Addresses of the RocketMQ name servers, as host:port.
   *
   * @default - not set
   */
  readonly nameServer?: string | MetadataValue;

  /**
   * Name by which the broker knows this client.
   *
   * @default - not set
   */
  readonly instanceName?: string | MetadataValue;

  /**
   * Group that the publishing client belongs to.
   *
   * @default - not set
   */
  readonly producerGroup?: string | MetadataValue;

  /**
   * Consumer group to join; each message goes to one member of the group.
   *
   * @default - not set
   */
  readonly consumerGroup?: string | MetadataValue;

  /**
   * RocketMQ namespace that topics and groups are in.
   *
   * @default - not set
   */
  readonly nameSpace?: string | MetadataValue;

  /**
   * URL where the addresses of the name servers are looked up.
   *
   * @default - not set
   */
  readonly nameServerDomain?: string | MetadataValue;

  /**
   * How often a failed send is tried again.
   *
   * @default 3
   */
  readonly retries?: number | MetadataValue;

  /**
   * How a queue is picked for a message: hash, random, manual, roundRobin or dapr.
   *
   * @default - not set
   */
  readonly producerQueueSelector?: RocketMqProducerQueueSelector | MetadataValue;

  /**
   * Whether consumers share the messages (clustering) or each get all of them (broadcasting).
   *
   * @default 'clustering'
   */
  readonly consumerModel?: string | MetadataValue;

  /**
   * Where a new consumer starts: ConsumeFromLastOffset, ConsumeFromFirstOffset or ConsumeFromTimestamp.
   *
   * @default - not set
   */
  readonly fromWhere?: RocketMqFromWhere | MetadataValue;

  /**
   * Point in time to start from, as YYYYMMDDhhmmss, when fromWhere is ConsumeFromTimestamp.
   *
   * @default - not set
   */
  readonly consumeTimestamp?: string | MetadataValue;

  /**
   * Handles the messages of each queue in order, one after another.
   *
   * @default false
   */
  readonly consumeOrderly?: boolean | MetadataValue;

  /**
   * Largest number of messages handed over in one call.
   *
   * @default - not set
   */
  readonly consumeMessageBatchMaxSize?: number | MetadataValue;

  /**
   * Widest gap of offsets among messages that are handled side by side.
   *
   * @default - not set
   */
  readonly consumeConcurrentlyMaxSpan?: number | MetadataValue;

  /**
   * How often a failed message is offered again; -1 means 16 times.
   *
   * @default - not set
   */
  readonly maxReconsumeTimes?: number | MetadataValue;

  /**
   * Commits offsets without an explicit call when messages are consumed in order.
   *
   * @default false
   */
  readonly autoCommit?: boolean | MetadataValue;

  /**
   * How long the handling of a message may take, in minutes.
   *
   * @default - not set
   */
  readonly consumeTimeout?: number | MetadataValue;

  /**
   * How long to wait for the answer to a pull, in seconds.
   *
   * @default 30
   */
  readonly consumerPullTimeout?: number | MetadataValue;

  /**
   * Wait between two pulls, in milliseconds.
   *
   * @default 100
   */
  readonly pullInterval?: number | MetadataValue;

  /**
   * Number of messages pulled from the broker at once; older name of pullBatchSize.
   *
   * @default - not set
   */
  readonly consumerBatchSize?: number | MetadataValue;

  /**
   * Number of messages pulled from the broker at once.
   *
   * @default - not set
   */
  readonly pullBatchSize?: number | MetadataValue;

  /**
   * Number of messages held per queue at which pulling pauses.
   *
   * @default - not set
   */
  readonly pullThresholdForQueue?: number | MetadataValue;

  /**
   * Number of messages held per topic at which pulling pauses.
   *
   * @default - not set
   */
  readonly pullThresholdForTopic?: number | MetadataValue;

  /**
   * Size of the messages held per queue at which pulling pauses, in MiB.
   *
   * @default - not set
   */
  readonly pullThresholdSizeForQueue?: number | MetadataValue;

  /**
   * Size of the messages held per topic at which pulling pauses, in MiB.
   *
   * @default - not set
   */
  readonly pullThresholdSizeForTopic?: number | MetadataValue;

  /**
   * Media type set in the events made from received messages.
   *
   * @default - not set
   */
  readonly contentType?: string | MetadataValue;

  /**
   * How long a send may take, in seconds.
   *
   * @default - not set
   */
  readonly sendTimeOutSec?: number | MetadataValue;

  /**
   * Least severe level that the RocketMQ client logs, such as warn.
   *
   * @default 'warn'
   */
  readonly logLevel?: string | MetadataValue;

  /**
   * System properties of a message passed to the app, as a comma-separated list such as UNIQ_KEY.
   *
   * @default - not set
   */
  readonly mspProperties?: string | MetadataValue;

  /**
   * Consumer group to join; older name of consumerGroup.
   *
   * @default - not set
   */
  readonly groupName?: string | MetadataValue;

  /**
   * How long a send may take, in nanoseconds; older form of sendTimeOutSec.
   *
   * @default - not set
   */
  readonly sendTimeOut?: number | MetadataValue;

  /**
   * Access key that RocketMQ checks when access control is on.
   *
   * @default - not set
   */
  readonly accessKey?: SecretValue;

  /**
   * Secret part of the RocketMQ access key.
   *
   * @default - not set
   */
  readonly secretKey?: SecretValue;

  /**
   * Token of temporary RocketMQ credentials.
   *
   * @default - not set
   */
  readonly securityToken?: SecretValue;
}

/**
 * Publishes and subscribes through Apache RocketMQ.
 *
 * The type is `pubsub.rocketmq`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-rocketmq/
 */
export class RocketMq extends PubSub {
  constructor(scope: Construct, id: string, props: RocketMqProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.rocketmq',
  version: 'v1',
  fields: {
    nameServer: { is: 'text' },
    instanceName: { is: 'text' },
    producerGroup: { is: 'text' },
    consumerGroup: { is: 'text' },
    nameSpace: { is: 'text' },
    nameServerDomain: { is: 'text' },
    retries: { is: 'integer' },
    producerQueueSelector: { is: 'enum', of: ['hash', 'random', 'manual', 'roundRobin', 'dapr'] },
    consumerModel: { is: 'text' },
    fromWhere: { is: 'enum', of: ['ConsumeFromLastOffset', 'ConsumeFromFirstOffset', 'ConsumeFromTimestamp'] },
    consumeTimestamp: { is: 'text' },
    consumeOrderly: { is: 'boolean' },
    consumeMessageBatchMaxSize: { is: 'integer' },
    consumeConcurrentlyMaxSpan: { is: 'integer' },
    maxReconsumeTimes: { is: 'integer' },
    autoCommit: { is: 'boolean' },
    consumeTimeout: { is: 'integer' },
    consumerPullTimeout: { is: 'integer' },
    pullInterval: { is: 'integer' },
    consumerBatchSize: { is: 'integer' },
    pullBatchSize: { is: 'integer' },
    pullThresholdForQueue: { is: 'integer' },
    pullThresholdForTopic: { is: 'integer' },
    pullThresholdSizeForQueue: { is: 'integer' },
    pullThresholdSizeForTopic: { is: 'integer' },
    contentType: { is: 'text', wire: 'content-type' },
    sendTimeOutSec: { is: 'integer' },
    logLevel: { is: 'text' },
    mspProperties: { is: 'text' },
    groupName: { is: 'text' },
    sendTimeOut: { is: 'integer' },
    accessKey: { is: 'secret' },
    secretKey: { is: 'secret' },
    securityToken: { is: 'secret' },
  },
};
