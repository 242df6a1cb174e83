// Generated from catalog/components/state/jet-stream.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.jetstream` v1.
 */
export interface JetStreamProps extends StateStoreOptions {
  /**
   * Name of the connection, as the NATS server shows it.
   *
   * @default 'dapr.io - statestore.jetstream'
   */
  readonly name?: string | MetadataValue;

  /**
   * URL of the NATS server, as nats://host:port; several are separated by commas.
   */
  readonly natsURL: string | MetadataValue;

  /**
   * User JWT for NATS, to be used with seedKey.
   *
   * @default - not set
   */
  readonly jwt?: string | MetadataValue;

  /**
   * NKey seed that proves the identity in the user JWT.
   *
   * @default - not set
   */
  readonly seedKey?: string | MetadataValue;

  /**
   * Name of the NATS key-value bucket that holds the state.
   */
  readonly bucket: string | MetadataValue;
}

/**
 * Keeps state in a NATS JetStream key-value bucket.
 *
 * The type is `state.jetstream`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-jetstream-kv/
 */
export class JetStream extends StateStore {
  constructor(scope: Construct, id: string, props: JetStreamProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.jetstream',
  version: 'v1',
  fields: {
    name: { is: 'text' },
    natsURL: { is: 'text', required: true, example: 'nats://nats:4222' },
    jwt: { is: 'text' },
    seedKey: { is: 'text' },
    bucket: { is: 'text', required: true, example: 'orders' },
  },
};
