// Generated from catalog/components/pubsub/mqtt3.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `pubsub.mqtt3` v1.
 */
export interface Mqtt3Props extends PubSubOptions {
  /**
   * Has the broker keep the last message of a topic for new subscribers.
   *
   * @default false
   */
  readonly retain?: boolean | MetadataValue;

  /**
   * Has the broker forget subscriptions and queued messages when the client disconnects.
   *
   * @default false
   */
  readonly cleanSession?: boolean | MetadataValue;

  /**
   * Delivery guarantee: 0 at most once, 1 at least once, 2 exactly once. From 0 to 2.
   *
   * @default 1
   */
  readonly qos?: number | MetadataValue;

  /**
   * Broker URL, as tcp://user:password@host:port, or ssl:// for TLS.
   */
  readonly url: SecretValue;

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
  readonly clientKey?: SecretValue;
}

/**
 * Publishes and subscribes through an MQTT 3 broker.
 *
 * The type is `pubsub.mqtt3`, version v1; `pubsub.mqtt` is the same. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-mqtt3/
 */
export class Mqtt3 extends PubSub {
  constructor(scope: Construct, id: string, props: Mqtt3Props) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.mqtt3',
  version: 'v1',
  fields: {
    retain: { is: 'boolean' },
    cleanSession: { is: 'boolean' },
    qos: { is: 'integer', min: 0, max: 2 },
    url: { is: 'secret', required: true },
    caCert: { is: 'text' },
    clientCert: { is: 'text' },
    clientKey: { is: 'secret' },
  },
};
