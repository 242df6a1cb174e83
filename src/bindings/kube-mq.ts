// Generated from catalog/components/bindings/kube-mq.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.kubemq` v1.
 */
export interface KubeMqProps extends InputBindingOptions {
  /**
   * Address of the server, as host:port.
   */
  readonly address: string | MetadataValue;

  /**
   * Name of the KubeMQ queue to send to and read from.
   */
  readonly channel: string | MetadataValue;

  /**
   * Largest number of messages taken in one poll.
   *
   * @default 1
   */
  readonly pollMaxItems?: number | MetadataValue;

  /**
   * How long a poll waits for messages, in seconds.
   *
   * @default 3600
   */
  readonly pollTimeoutSeconds?: number | MetadataValue;

  /**
   * Marks messages as handled on receipt, whatever the app answers.
   *
   * @default false
   */
  readonly autoAcknowledged?: boolean | MetadataValue;

  /**
   * Token that KubeMQ checks when the client connects.
   *
   * @default - not set
   */
  readonly authToken?: SecretValue;
}

/**
 * Sends to a KubeMQ queue and triggers the app on its messages.
 *
 * The type is `bindings.kubemq`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/kubemq/
 */
export class KubeMq extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: KubeMqProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.kubemq',
  version: 'v1',
  directions: ['input', 'output'],
  fields: {
    address: { is: 'text', required: true, example: 'kubemq:50000' },
    channel: { is: 'text', required: true, example: 'orders' },
    pollMaxItems: { is: 'integer' },
    pollTimeoutSeconds: { is: 'integer' },
    autoAcknowledged: { is: 'boolean' },
    authToken: { is: 'secret' },
  },
};
