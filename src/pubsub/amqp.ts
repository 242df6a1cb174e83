// Generated from catalog/components/pubsub/amqp.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AmqpAuth.usernameAndPassword` takes.
 */
export interface AmqpUsernameAndPasswordOptions {
  /**
   * Name of the user to log in as.
   */
  readonly username: string | MetadataValue;

  /**
   * Password to log in with.
   */
  readonly password: SecretValue;
}

/**
 * A complete way for `pubsub.amqp` to authenticate.
 */
export class AmqpAuth {
  /**
   * Authenticates with user name and password.
   *
   * @param options what to authenticate with
   */
  public static usernameAndPassword(options: AmqpUsernameAndPasswordOptions): AmqpAuth {
    return new AmqpAuth({ ...USERNAME_AND_PASSWORD, type: 'pubsub.amqp', values: { ...options } });
  }

  /**
   * Does not authenticate.
   */
  public static anonymous(): AmqpAuth {
    return new AmqpAuth({ ...ANONYMOUS, type: 'pubsub.amqp', values: {} });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.amqp'>;

  private constructor(auth: AuthProfile<'pubsub.amqp'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.amqp` v1.
 */
export interface AmqpProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AmqpAuth;

  /**
   * URL of the server.
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

  /**
   * Put before a topic's name to get the address of a topic on the broker.
   *
   * @default - not set
   */
  readonly topicAddressPrefix?: string | MetadataValue;

  /**
   * Put before a queue's name to get the address of a queue on the broker.
   *
   * @default - not set
   */
  readonly queueAddressPrefix?: string | MetadataValue;
}

/**
 * Publishes and subscribes through any AMQP 1.0 broker.
 *
 * The type is `pubsub.amqp`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/
 */
export class Amqp extends PubSub {
  constructor(scope: Construct, id: string, props: AmqpProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.amqp',
  version: 'v1',
  since: '1.19',
  auth: { required: true, expected: 'AmqpAuth.usernameAndPassword, .anonymous' },
  fields: {
    url: { is: 'secret', required: true },
    caCert: { is: 'text' },
    clientCert: { is: 'text' },
    clientKey: { is: 'secret' },
    topicAddressPrefix: { is: 'text' },
    queueAddressPrefix: { is: 'text' },
  },
};

const USERNAME_AND_PASSWORD: AuthFacts = {
  name: 'usernameAndPassword',
  fields: {
    username: { is: 'text', required: true },
    password: { is: 'secret', required: true },
  },
};

const ANONYMOUS: AuthFacts = {
  name: 'anonymous',
  sets: { anonymous: 'true' },
  fields: {},
};
