// Generated from catalog/components/state/jet-stream.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `JetStreamAuth.jwt` takes.
 */
export interface JetStreamJwtOptions {
  /**
   * User JWT for NATS, to be used with seedKey.
   */
  readonly jwt: SecretValue;

  /**
   * NKey seed that proves the identity in the user JWT.
   */
  readonly seedKey: SecretValue;
}

/**
 * A complete way for `state.jetstream` to authenticate.
 */
export class JetStreamAuth {
  /**
   * Authenticates with a JSON Web Token and its seed key.
   *
   * @param options what to authenticate with
   */
  public static jwt(options: JetStreamJwtOptions): JetStreamAuth {
    return new JetStreamAuth({ ...JWT, type: 'state.jetstream', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.jetstream'>;

  private constructor(auth: AuthProfile<'state.jetstream'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.jetstream` v1.
 */
export interface JetStreamProps extends StateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: JetStreamAuth;

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
  auth: { required: false, expected: 'JetStreamAuth.jwt' },
  fields: {
    name: { is: 'text' },
    natsURL: { is: 'text', required: true, example: 'nats://nats:4222' },
    bucket: { is: 'text', required: true, example: 'orders' },
  },
};

const JWT: AuthFacts = {
  name: 'jwt',
  fields: {
    jwt: { is: 'secret', required: true },
    seedKey: { is: 'secret', required: true },
  },
};
