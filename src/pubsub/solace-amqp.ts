// Generated from catalog/components/pubsub/solace-amqp.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlPubSub, PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `SolaceAmqpAuth.usernameAndPassword` takes.
 */
export interface SolaceAmqpUsernameAndPasswordOptions {
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
 * A complete way for `pubsub.solace.amqp` to authenticate.
 */
export class SolaceAmqpAuth {
  /**
   * Authenticates with user name and password.
   *
   * @param options what to authenticate with
   */
  public static usernameAndPassword(options: SolaceAmqpUsernameAndPasswordOptions): SolaceAmqpAuth {
    return new SolaceAmqpAuth({ ...USERNAME_AND_PASSWORD, type: 'pubsub.solace.amqp', values: { ...options } });
  }

  /**
   * Does not authenticate.
   */
  public static anonymous(): SolaceAmqpAuth {
    return new SolaceAmqpAuth({ ...ANONYMOUS, type: 'pubsub.solace.amqp', values: {} });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.solace.amqp'>;

  private constructor(auth: AuthProfile<'pubsub.solace.amqp'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.solace.amqp` v1.
 */
export interface SolaceAmqpProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: SolaceAmqpAuth;

  /**
   * Broker URL, as amqp://host:port, or amqps:// for TLS.
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
   * Put before a topic's name to get the address of a topic on the broker. Since Dapr 1.19.
   *
   * @default 'topic://'
   */
  readonly topicAddressPrefix?: string | MetadataValue;

  /**
   * Put before a queue's name to get the address of a queue on the broker. Since Dapr 1.19.
   *
   * @default 'queue://'
   */
  readonly queueAddressPrefix?: string | MetadataValue;
}

/**
 * Publishes and subscribes through a Solace broker, over AMQP 1.0.
 *
 * The type is `pubsub.solace.amqp`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-solace-amqp/
 */
export class SolaceAmqp extends PubSub implements ITtlPubSub {
  /** The broker drops messages after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: SolaceAmqpProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.solace.amqp',
  version: 'v1',
  auth: { required: true, expected: 'SolaceAmqpAuth.usernameAndPassword, .anonymous' },
  fields: {
    url: { is: 'secret', required: true },
    caCert: { is: 'text' },
    clientCert: { is: 'text' },
    clientKey: { is: 'secret' },
    topicAddressPrefix: { is: 'text', since: '1.19' },
    queueAddressPrefix: { is: 'text', since: '1.19' },
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
