// Generated from catalog/components/bindings/rocket-mq.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `accessProto`.
 */
export enum RocketMqAccessProto {
  /** Writes `tcp`. */
  TCP = 'tcp',
  /** Writes `http`. */
  HTTP = 'http',
}

/**
 * The values of `backOffPolicy`.
 */
export enum RocketMqBackOffPolicy {
  /** Writes `constant`. */
  CONSTANT = 'constant',
  /** Writes `exponential`. */
  EXPONENTIAL = 'exponential',
}

/**
 * The settings of `bindings.rocketmq` v1.
 */
export interface RocketMqProps extends InputBindingOptions {
  /**
   * Protocol that the client library speaks to RocketMQ, such as tcp, tcp-cgo or http.
   */
  readonly accessProto: RocketMqAccessProto | MetadataValue;

  /**
   * Address of the RocketMQ name server, as host:port.
   *
   * @default - not set
   */
  readonly nameServer?: string | MetadataValue;

  /**
   * URL of the RocketMQ service, with the http protocol.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Consumer group to join; each message goes to one member of the group.
   *
   * @default - not set
   */
  readonly consumerGroup?: string | MetadataValue;

  /**
   * Number of messages taken from the broker at once.
   *
   * @default - not set
   */
  readonly consumerBatchSize?: number | MetadataValue;

  /**
   * Number of threads that consume messages, with the tcp-cgo protocol.
   *
   * @default - not set
   */
  readonly consumerThreadNums?: number | MetadataValue;

  /**
   * Namespace of the RocketMQ instance.
   *
   * @default - not set
   */
  readonly instanceId?: string | MetadataValue;

  /**
   * URL where the addresses of the name servers are looked up.
   *
   * @default - not set
   */
  readonly nameServerDomain?: string | MetadataValue;

  /**
   * How often a failed attempt to reach the broker is repeated.
   *
   * @default - not set
   */
  readonly retries?: number | MetadataValue;

  /**
   * Topics that the input binding reads, as a comma-separated list.
   */
  readonly topics: string | MetadataValue;

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
   * How waits between tries go: all equal (constant) or growing (exponential).
   *
   * @default - not set
   */
  readonly backOffPolicy?: RocketMqBackOffPolicy | MetadataValue;

  /**
   * Wait between tries, with the constant policy.
   *
   * @default - not set
   */
  readonly backOffDuration?: Duration | MetadataValue;

  /**
   * First wait, with the exponential policy.
   *
   * @default - not set
   */
  readonly backOffInitialInterval?: Duration | MetadataValue;

  /**
   * Share by which each wait is randomly made longer or shorter, from 0 to 1 (exponential policy). From 0 to 1.
   *
   * @default - not set
   */
  readonly backOffRandomizationFactor?: number | MetadataValue;

  /**
   * Factor by which each wait is longer than the last, with the exponential policy. At least 1.
   *
   * @default - not set
   */
  readonly backOffMultiplier?: number | MetadataValue;

  /**
   * Longest single wait, with the exponential policy.
   *
   * @default - not set
   */
  readonly backOffMaxInterval?: Duration | MetadataValue;

  /**
   * Total time after which no more tries are made; zero sets no limit (exponential policy).
   *
   * @default - not set
   */
  readonly backOffMaxElapsedTime?: Duration | MetadataValue;

  /**
   * Number of tries after the first one; -1 sets no limit.
   *
   * @default - not set
   */
  readonly backOffMaxRetries?: number | MetadataValue;
}

/**
 * Sends to Apache RocketMQ topics and triggers the app on them.
 *
 * The type is `bindings.rocketmq`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.16.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/
 */
export class RocketMq extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: RocketMqProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.rocketmq',
  version: 'v1',
  since: '1.16',
  directions: ['input', 'output'],
  fields: {
    accessProto: { is: 'enum', required: true, of: ['tcp', 'http'] },
    nameServer: { is: 'text' },
    endpoint: { is: 'text' },
    consumerGroup: { is: 'text' },
    consumerBatchSize: { is: 'integer' },
    consumerThreadNums: { is: 'integer' },
    instanceId: { is: 'text' },
    nameServerDomain: { is: 'text' },
    retries: { is: 'integer' },
    topics: { is: 'text', required: true },
    accessKey: { is: 'secret' },
    secretKey: { is: 'secret' },
    backOffPolicy: { is: 'enum', of: ['constant', 'exponential'] },
    backOffDuration: { is: 'duration' },
    backOffInitialInterval: { is: 'duration' },
    backOffRandomizationFactor: { is: 'number', min: 0, max: 1 },
    backOffMultiplier: { is: 'number', min: 1 },
    backOffMaxInterval: { is: 'duration' },
    backOffMaxElapsedTime: { is: 'duration' },
    backOffMaxRetries: { is: 'integer' },
  },
};
