// Generated from catalog/components/pubsub/kube-mq.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `pubsub.kubemq` v1.
 */
export interface KubeMqProps extends PubSubOptions {
  /**
   * Address of the server, as host:port.
   */
  readonly address: string | MetadataValue;

  /**
   * Name by which KubeMQ knows this client.
   *
   * @default - not set
   */
  readonly clientID?: string | MetadataValue;

  /**
   * KubeMQ group to subscribe in; its members share the messages.
   *
   * @default - not set
   */
  readonly group?: string | MetadataValue;

  /**
   * Uses the KubeMQ events store, which keeps messages, rather than plain events.
   *
   * @default true
   */
  readonly store?: boolean | MetadataValue;

  /**
   * Does not send a message again after the app failed to handle it.
   *
   * @default false
   */
  readonly disableReDelivery?: boolean | MetadataValue;

  /**
   * Token that KubeMQ checks when the client connects.
   *
   * @default - not set
   */
  readonly authToken?: SecretValue;
}

/**
 * Publishes and subscribes through KubeMQ events.
 *
 * The type is `pubsub.kubemq`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-kubemq/
 */
export class KubeMq extends PubSub {
  constructor(scope: Construct, id: string, props: KubeMqProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.kubemq',
  version: 'v1',
  fields: {
    address: { is: 'text', required: true, example: 'kubemq:50000' },
    clientID: { is: 'text' },
    group: { is: 'text' },
    store: { is: 'boolean' },
    disableReDelivery: { is: 'boolean' },
    authToken: { is: 'secret' },
  },
};
