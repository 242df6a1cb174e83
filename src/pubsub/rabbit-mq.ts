// Generated from catalog/components/pubsub/rabbit-mq.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlPubSub, PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `exchangeKind`.
 */
export enum RabbitMqExchangeKind {
  /** Writes `fanout`. */
  FANOUT = 'fanout',
  /** Writes `topic`. */
  TOPIC = 'topic',
  /** Writes `direct`. */
  DIRECT = 'direct',
  /** Writes `headers`. */
  HEADERS = 'headers',
}

/**
 * The values of `concurrencyMode`.
 */
export enum RabbitMqConcurrencyMode {
  /** Writes `parallel`. */
  PARALLEL = 'parallel',
  /** Writes `single`. */
  SINGLE = 'single',
}

/**
 * The values of `exchangeDeclareMode`.
 */
export enum RabbitMqExchangeDeclareMode {
  /** Writes `declare`. */
  DECLARE = 'declare',
  /** Writes `passive`. */
  PASSIVE = 'passive',
}

/**
 * The values of `queueDeclareMode`.
 */
export enum RabbitMqQueueDeclareMode {
  /** Writes `declare`. */
  DECLARE = 'declare',
  /** Writes `passive`. */
  PASSIVE = 'passive',
}

/**
 * What `RabbitMqAuth.connectionString` takes.
 */
export interface RabbitMqConnectionStringOptions {
  /**
   * Broker URL, as amqp://user:password@host:port, or amqps:// for TLS.
   */
  readonly connectionString: SecretValue;
}

/**
 * What `RabbitMqAuth.usernameAndPassword` takes.
 */
export interface RabbitMqUsernameAndPasswordOptions {
  /**
   * Host name of the broker, in place of a connection string.
   *
   * @default - not set
   */
  readonly hostname?: string | MetadataValue;

  /**
   * Protocol to reach the broker with: amqp, or amqps for TLS.
   *
   * @default - not set
   */
  readonly protocol?: string | MetadataValue;

  /**
   * Name of the user to log in as.
   *
   * @default - not set
   */
  readonly username?: string | MetadataValue;

  /**
   * Password to log in with.
   *
   * @default - not set
   */
  readonly password?: SecretValue;
}

/**
 * What `RabbitMqAuth.externalSasl` takes.
 */
export interface RabbitMqExternalSaslOptions {
  /**
   * Broker URL, as amqp://user:password@host:port, or amqps:// for TLS.
   */
  readonly connectionString: SecretValue;

  /**
   * CA certificate that the server certificate is checked against, as PEM text.
   */
  readonly caCert: string | MetadataValue;

  /**
   * Client certificate shown to the server, as PEM text.
   */
  readonly clientCert: SecretValue;

  /**
   * Private key of the client certificate, as PEM text.
   */
  readonly clientKey: SecretValue;

  /**
   * Takes the user from the client certificate (SASL EXTERNAL); needs TLS.
   *
   * @default false
   */
  readonly saslExternal?: boolean | MetadataValue;
}

/**
 * A complete way for `pubsub.rabbitmq` to authenticate.
 */
export class RabbitMqAuth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: RabbitMqConnectionStringOptions): RabbitMqAuth {
    return new RabbitMqAuth({ ...CONNECTION_STRING, type: 'pubsub.rabbitmq', values: { ...options } });
  }

  /**
   * Authenticates with user name and password.
   *
   * @param options what to authenticate with
   */
  public static usernameAndPassword(options: RabbitMqUsernameAndPasswordOptions = {}): RabbitMqAuth {
    return new RabbitMqAuth({ ...USERNAME_AND_PASSWORD, type: 'pubsub.rabbitmq', values: { ...options } });
  }

  /**
   * Authenticates with a client certificate, by SASL EXTERNAL where that is switched on.
   *
   * @param options what to authenticate with
   */
  public static externalSasl(options: RabbitMqExternalSaslOptions): RabbitMqAuth {
    return new RabbitMqAuth({ ...EXTERNAL_SASL, type: 'pubsub.rabbitmq', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.rabbitmq'>;

  private constructor(auth: AuthProfile<'pubsub.rabbitmq'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.rabbitmq` v1.
 */
export interface RabbitMqProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: RabbitMqAuth;

  /**
   * Keeps the queue when the broker restarts.
   *
   * @default false
   */
  readonly durable?: boolean | MetadataValue;

  /**
   * Waits until the broker confirms each published message.
   *
   * @default false
   */
  readonly publisherConfirm?: boolean | MetadataValue;

  /**
   * Largest number of messages in the queue, and in its dead-letter queue.
   *
   * @default - not set
   */
  readonly maxLen?: number | MetadataValue;

  /**
   * Largest total size of the queue, and of its dead-letter queue, in bytes.
   *
   * @default - not set
   */
  readonly maxLenBytes?: number | MetadataValue;

  /**
   * Moves messages that the app rejected to a dead-letter exchange and queue.
   *
   * @default false
   */
  readonly enableDeadLetter?: boolean | MetadataValue;

  /**
   * Number of unacknowledged messages that the broker sends ahead; 0 sets no limit. From 0 to 255.
   *
   * @default 0
   */
  readonly prefetchCount?: number | MetadataValue;

  /**
   * Type of the RabbitMQ exchange: fanout, topic, direct or headers.
   *
   * @default RabbitMqExchangeKind.FANOUT
   */
  readonly exchangeKind?: RabbitMqExchangeKind | MetadataValue;

  /**
   * Whether messages survive a broker restart: 2 does, 0 and 1 do not. From 0 to 2.
   *
   * @default 0
   */
  readonly deliveryMode?: number | MetadataValue;

  /**
   * Lets the broker count messages as handled once sent, whatever the app answers.
   *
   * @default false
   */
  readonly autoAck?: boolean | MetadataValue;

  /**
   * Has the broker delete the queue once its last consumer is gone.
   *
   * @default true
   */
  readonly deletedWhenUnused?: boolean | MetadataValue;

  /**
   * Puts messages that the app failed to handle back into the queue.
   *
   * @default false
   */
  readonly requeueInFailure?: boolean | MetadataValue;

  /**
   * Wait before reconnecting to the broker; a bare number is in seconds.
   *
   * @default 3s
   */
  readonly reconnectWaitSeconds?: number | MetadataValue;

  /**
   * How long messages stay in the queue; a bare number is in seconds.
   *
   * @default - not set
   */
  readonly ttlInSeconds?: number | MetadataValue;

  /**
   * Name of the connection, as shown in the RabbitMQ management pages.
   *
   * @default - not set
   */
  readonly clientName?: string | MetadataValue;

  /**
   * How often client and broker send each other heartbeats.
   *
   * @default Duration.seconds(10)
   */
  readonly heartBeat?: Duration | MetadataValue;

  /**
   * Passes the AMQP properties and headers of a message to the app as metadata.
   *
   * @default false
   */
  readonly publishMessagePropertiesToMetadata?: boolean | MetadataValue;

  /**
   * Whether a batch of SQS messages is handled one by one (single) or side by side (parallel).
   *
   * @default RabbitMqConcurrencyMode.PARALLEL
   */
  readonly concurrencyMode?: RabbitMqConcurrencyMode | MetadataValue;

  /**
   * Whether to create the exchange or to use one that exists already. Since Dapr 1.19.
   *
   * @default RabbitMqExchangeDeclareMode.DECLARE
   */
  readonly exchangeDeclareMode?: RabbitMqExchangeDeclareMode | MetadataValue;

  /**
   * Whether to create the queue or to use one that exists already. Since Dapr 1.19.
   *
   * @default RabbitMqQueueDeclareMode.DECLARE
   */
  readonly queueDeclareMode?: RabbitMqQueueDeclareMode | MetadataValue;
}

/**
 * Publishes and subscribes through RabbitMQ exchanges and queues.
 *
 * The type is `pubsub.rabbitmq`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-rabbitmq/
 */
export class RabbitMq extends PubSub implements ITtlPubSub {
  /** The broker drops messages after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: RabbitMqProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.rabbitmq',
  version: 'v1',
  auth: { required: false, expected: 'RabbitMqAuth.connectionString, .usernameAndPassword, .externalSasl' },
  fields: {
    durable: { is: 'boolean' },
    publisherConfirm: { is: 'boolean' },
    maxLen: { is: 'integer' },
    maxLenBytes: { is: 'integer' },
    enableDeadLetter: { is: 'boolean' },
    prefetchCount: { is: 'integer', min: 0, max: 255 },
    exchangeKind: { is: 'enum', of: ['fanout', 'topic', 'direct', 'headers'] },
    deliveryMode: { is: 'integer', min: 0, max: 2 },
    autoAck: { is: 'boolean' },
    deletedWhenUnused: { is: 'boolean' },
    requeueInFailure: { is: 'boolean' },
    reconnectWaitSeconds: { is: 'integer' },
    ttlInSeconds: { is: 'integer' },
    clientName: { is: 'text' },
    heartBeat: { is: 'duration' },
    publishMessagePropertiesToMetadata: { is: 'boolean' },
    concurrencyMode: { is: 'enum', of: ['parallel', 'single'] },
    exchangeDeclareMode: { is: 'enum', of: ['declare', 'passive'], since: '1.19' },
    queueDeclareMode: { is: 'enum', of: ['declare', 'passive'], since: '1.19' },
  },
};

const CONNECTION_STRING: AuthFacts = {
  name: 'connectionString',
  fields: {
    connectionString: { is: 'secret', required: true },
  },
};

const USERNAME_AND_PASSWORD: AuthFacts = {
  name: 'usernameAndPassword',
  fields: {
    hostname: { is: 'text' },
    protocol: { is: 'text' },
    username: { is: 'text' },
    password: { is: 'secret' },
  },
};

const EXTERNAL_SASL: AuthFacts = {
  name: 'externalSasl',
  fields: {
    connectionString: { is: 'secret', required: true },
    caCert: { is: 'text', required: true },
    clientCert: { is: 'secret', required: true },
    clientKey: { is: 'secret', required: true },
    saslExternal: { is: 'boolean' },
  },
};
