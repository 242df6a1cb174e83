// Generated from catalog/components/bindings/rabbit-mq.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.rabbitmq` v1.
 */
export interface RabbitMqProps extends InputBindingOptions {
  /**
   * Name of the queue to send to and read from.
   */
  readonly queueName: string | MetadataValue;

  /**
   * Keeps the queue when the broker restarts. Only for the output direction.
   *
   * @default false
   */
  readonly durable?: boolean | MetadataValue;

  /**
   * Has the broker delete the queue once its last consumer is gone.
   *
   * @default false
   */
  readonly deleteWhenUnused?: boolean | MetadataValue;

  /**
   * How long messages live unless they say otherwise. Only for the output direction.
   *
   * @default - not set
   */
  readonly ttl?: Duration | MetadataValue;

  /**
   * Number of unacknowledged messages that the broker sends ahead; 0 sets no limit. Only for the input direction.
   *
   * @default 0
   */
  readonly prefetchCount?: number | MetadataValue;

  /**
   * Reserves the queue for this connection.
   *
   * @default false
   */
  readonly exclusive?: boolean | MetadataValue;

  /**
   * Highest message priority, 1 to 255, which makes the queue a priority queue. From 0 to 255.
   *
   * @default 1
   */
  readonly maxPriority?: number | MetadataValue;

  /**
   * Wait before reconnecting to the broker; a bare number is in seconds.
   *
   * @default 5
   */
  readonly reconnectWaitInSeconds?: number | MetadataValue;

  /**
   * CA certificate that the server certificate is checked against, as PEM text.
   *
   * @default - not set
   */
  readonly caCert?: string | MetadataValue;

  /**
   * Client certificate shown to the server, as PEM text.
   *
   * @default - not set
   */
  readonly clientCert?: string | MetadataValue;

  /**
   * Private key of the client certificate, as PEM text.
   *
   * @default - not set
   */
  readonly clientKey?: string | MetadataValue;

  /**
   * Takes the user from the client certificate (SASL EXTERNAL); needs TLS.
   *
   * @default false
   */
  readonly externalSasl?: boolean | MetadataValue;

  /**
   * Broker URL, as amqp://user:password@host:port, or amqps:// for TLS.
   */
  readonly host: SecretValue;
}

/**
 * Sends to a RabbitMQ queue and triggers the app on its messages.
 *
 * The type is `bindings.rabbitmq`, version v1. Dapr calls it stable.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/rabbitmq/
 */
export class RabbitMq extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: RabbitMqProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.rabbitmq',
  version: 'v1',
  directions: ['input', 'output'],
  fields: {
    queueName: { is: 'text', required: true, example: 'orders' },
    durable: { is: 'boolean' },
    deleteWhenUnused: { is: 'boolean' },
    ttl: { is: 'duration' },
    prefetchCount: { is: 'integer' },
    exclusive: { is: 'boolean' },
    maxPriority: { is: 'integer', min: 0, max: 255 },
    reconnectWaitInSeconds: { is: 'integer' },
    caCert: { is: 'text' },
    clientCert: { is: 'text' },
    clientKey: { is: 'text' },
    externalSasl: { is: 'boolean' },
    host: { is: 'secret', required: true },
  },
};
