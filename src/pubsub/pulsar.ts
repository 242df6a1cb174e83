// Generated from catalog/components/pubsub/pulsar.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `compressionType`.
 */
export enum PulsarCompressionType {
  /** Writes `none`. */
  NONE = 'none',
  /** Writes `lz4`. */
  LZ4 = 'lz4',
  /** Writes `zlib`. */
  ZLIB = 'zlib',
  /** Writes `zstd`. */
  ZSTD = 'zstd',
}

/**
 * The values of `compressionLevel`.
 */
export enum PulsarCompressionLevel {
  /** Writes `default`. */
  DEFAULT = 'default',
  /** Writes `faster`. */
  FASTER = 'faster',
  /** Writes `better`. */
  BETTER = 'better',
}

/**
 * The values of `processMode`.
 */
export enum PulsarProcessMode {
  /** Writes `sync`. */
  SYNC = 'sync',
  /** Writes `async`. */
  ASYNC = 'async',
}

/**
 * The values of `subscribeType`.
 */
export enum PulsarSubscribeType {
  /** Writes `shared`. */
  SHARED = 'shared',
  /** Writes `failover`. */
  FAILOVER = 'failover',
  /** Writes `exclusive`. */
  EXCLUSIVE = 'exclusive',
  /** Writes `key_shared`. */
  KEY_SHARED = 'key_shared',
}

/**
 * The values of `subscribeInitialPosition`.
 */
export enum PulsarSubscribeInitialPosition {
  /** Writes `latest`. */
  LATEST = 'latest',
  /** Writes `earliest`. */
  EARLIEST = 'earliest',
}

/**
 * The values of `subscribeMode`.
 */
export enum PulsarSubscribeMode {
  /** Writes `durable`. */
  DURABLE = 'durable',
  /** Writes `non_durable`. */
  NON_DURABLE = 'non_durable',
}

/**
 * What `PulsarAuth.token` takes.
 */
export interface PulsarTokenOptions {
  /**
   * JWT that the Pulsar broker checks.
   *
   * @default - not set
   */
  readonly token?: SecretValue;
}

/**
 * What `PulsarAuth.oauth2` takes.
 */
export interface PulsarOauth2Options {
  /**
   * Audiences to ask OAuth2 tokens for, as a comma-separated list.
   *
   * @default - not set
   */
  readonly oauth2Audiences?: string[] | MetadataValue;

  /**
   * Client secret for fetching OAuth2 tokens.
   *
   * @default - not set
   */
  readonly oauth2ClientSecret?: SecretValue;

  /**
   * Path of a text file that holds only the OAuth2 client secret.
   *
   * @default - not set
   */
  readonly oauth2ClientSecretPath?: string | MetadataValue;

  /**
   * Path of a JSON file with client_id and client_secret.
   *
   * @default - not set
   */
  readonly oauth2CredentialsFile?: string | MetadataValue;

  /**
   * CA certificate that the token server is checked against, as PEM text.
   *
   * @default - not set
   */
  readonly oauth2TokenCAPEM?: string | MetadataValue;

  /**
   * Client ID for fetching OAuth2 tokens.
   *
   * @default - not set
   */
  readonly oauth2ClientID?: string | MetadataValue;

  /**
   * URL where OAuth2 tokens are fetched.
   *
   * @default - not set
   */
  readonly oauth2TokenURL?: string | MetadataValue;

  /**
   * Scopes to ask OAuth2 tokens for, as a comma-separated list.
   *
   * @default - not set
   */
  readonly oauth2Scopes?: string[] | MetadataValue;
}

/**
 * A complete way for `pubsub.pulsar` to authenticate.
 */
export class PulsarAuth {
  /**
   * Authenticates with a token.
   *
   * @param options what to authenticate with
   */
  public static token(options: PulsarTokenOptions = {}): PulsarAuth {
    return new PulsarAuth({ ...TOKEN, type: 'pubsub.pulsar', values: { ...options } });
  }

  /**
   * Authenticates with a token that an OAuth 2.0 server gives for client credentials.
   *
   * @param options what to authenticate with
   */
  public static oauth2(options: PulsarOauth2Options = {}): PulsarAuth {
    return new PulsarAuth({ ...OAUTH2, type: 'pubsub.pulsar', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.pulsar'>;

  private constructor(auth: AuthProfile<'pubsub.pulsar'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.pulsar` v1.
 */
export interface PulsarProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: PulsarAuth;

  /**
   * Address of the Pulsar broker, as host:port or a URL.
   */
  readonly host: SecretValue;

  /**
   * Name of the advertised listener by which brokers are reached across networks.
   *
   * @default - not set
   */
  readonly listenerName?: string | MetadataValue;

  /**
   * Pulsar namespace that the topics are in.
   *
   * @default 'default'
   */
  readonly namespace?: string | MetadataValue;

  /**
   * Encrypts the connection with TLS.
   *
   * @default false
   */
  readonly enableTLS?: boolean | MetadataValue;

  /**
   * Pulsar tenant that the topics belong to.
   *
   * @default 'public'
   */
  readonly tenant?: string | MetadataValue;

  /**
   * Sends every message on its own, without batches.
   *
   * @default false
   */
  readonly disableBatching?: boolean | MetadataValue;

  /**
   * Longest time a message waits for others to share a batch with.
   *
   * @default Duration.millis(10)
   */
  readonly batchingMaxPublishDelay?: Duration | MetadataValue;

  /**
   * Number of waiting messages at which the producer sends a batch. At least 0.
   *
   * @default 1000
   */
  readonly batchingMaxMessages?: number | MetadataValue;

  /**
   * Size at which the producer sends a batch, in bytes. At least 0.
   *
   * @default 131072
   */
  readonly batchingMaxSize?: number | MetadataValue;

  /**
   * Codec for published messages, such as lz4, zlib or zstd.
   *
   * @default PulsarCompressionType.NONE
   */
  readonly compressionType?: PulsarCompressionType | MetadataValue;

  /**
   * Trade-off between size and CPU time when messages are compressed, such as faster or better.
   *
   * @default PulsarCompressionLevel.DEFAULT
   */
  readonly compressionLevel?: PulsarCompressionLevel | MetadataValue;

  /**
   * Key that encrypts published messages, as PEM text or a file path.
   *
   * @default - not set
   */
  readonly publicKey?: string | MetadataValue;

  /**
   * Key that decrypts received messages, as PEM text or a file path.
   *
   * @default - not set
   */
  readonly privateKey?: SecretValue;

  /**
   * Names of the keys that messages are encrypted for, as a comma-separated list.
   *
   * @default - not set
   */
  readonly keys?: string | MetadataValue;

  /**
   * Whether topics are kept on disk, rather than in memory only.
   *
   * @default true
   */
  readonly persistent?: boolean | MetadataValue;

  /**
   * Wait before a failed message is delivered again.
   *
   * @default Duration.seconds(30)
   */
  readonly redeliveryDelay?: Duration | MetadataValue;

  /**
   * Whether messages are handled in order, one by one (sync), or side by side (async).
   *
   * @default PulsarProcessMode.ASYNC
   */
  readonly processMode?: PulsarProcessMode | MetadataValue;

  /**
   * Largest number of messages handled side by side. At least 0.
   *
   * @default 100
   */
  readonly maxConcurrentHandlers?: number | MetadataValue;

  /**
   * Number of messages that the client fetches ahead.
   *
   * @default 1000
   */
  readonly receiverQueueSize?: number | MetadataValue;

  /**
   * How consumers share a subscription: shared, exclusive, failover or key_shared.
   *
   * @default PulsarSubscribeType.SHARED
   */
  readonly subscribeType?: PulsarSubscribeType | MetadataValue;

  /**
   * Where a new subscription starts: latest or earliest.
   *
   * @default PulsarSubscribeInitialPosition.LATEST
   */
  readonly subscribeInitialPosition?: PulsarSubscribeInitialPosition | MetadataValue;

  /**
   * Carries read positions over to the other clusters of a geo-replicated setup.
   *
   * @default false
   */
  readonly replicateSubscriptionState?: boolean | MetadataValue;

  /**
   * Whether the broker remembers the read position (durable) or not (non_durable).
   *
   * @default PulsarSubscribeMode.DURABLE
   */
  readonly subscribeMode?: PulsarSubscribeMode | MetadataValue;

  /**
   * Avro schema of a topic's messages, by topic.
   *
   * @default - not set
   */
  readonly avroSchemas?: { readonly [name: string]: string };

  /**
   * JSON schema of a topic's messages, by topic.
   *
   * @default - not set
   */
  readonly jsonSchemas?: { readonly [name: string]: string };

  /**
   * Topics whose messages are checked against the schema without their CloudEvents envelope.
   *
   * @default - not set
   */
  readonly rawSchemaTopics?: string[];

  /**
   * Regular expression of the topics to subscribe to; it wins over the topic's name. Since Dapr 1.19.
   *
   * @default - not set
   */
  readonly topicsPattern?: string | MetadataValue;

  /**
   * How often to look for new topics that match topicsPattern. Since Dapr 1.19.
   *
   * @default - not set
   */
  readonly autoDiscoveryPeriod?: Duration | MetadataValue;
}

/**
 * Publishes and subscribes through Apache Pulsar.
 *
 * The type is `pubsub.pulsar`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-pulsar/
 */
export class Pulsar extends PubSub {
  constructor(scope: Construct, id: string, props: PulsarProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.pulsar',
  version: 'v1',
  auth: { required: false, expected: 'PulsarAuth.token, .oauth2' },
  fields: {
    host: { is: 'secret', required: true },
    listenerName: { is: 'text' },
    namespace: { is: 'text' },
    enableTLS: { is: 'boolean' },
    tenant: { is: 'text' },
    disableBatching: { is: 'boolean' },
    batchingMaxPublishDelay: { is: 'duration' },
    batchingMaxMessages: { is: 'integer', min: 0 },
    batchingMaxSize: { is: 'integer', min: 0 },
    compressionType: { is: 'enum', of: ['none', 'lz4', 'zlib', 'zstd'] },
    compressionLevel: { is: 'enum', of: ['default', 'faster', 'better'] },
    publicKey: { is: 'text' },
    privateKey: { is: 'secret' },
    keys: { is: 'text' },
    persistent: { is: 'boolean' },
    redeliveryDelay: { is: 'duration' },
    processMode: { is: 'enum', of: ['sync', 'async'] },
    maxConcurrentHandlers: { is: 'integer', min: 0 },
    receiverQueueSize: { is: 'integer' },
    subscribeType: { is: 'enum', of: ['shared', 'failover', 'exclusive', 'key_shared'] },
    subscribeInitialPosition: { is: 'enum', of: ['latest', 'earliest'] },
    replicateSubscriptionState: { is: 'boolean' },
    subscribeMode: { is: 'enum', of: ['durable', 'non_durable'] },
    avroSchemas: { is: 'texts by name', wire: '*.avroschema' },
    jsonSchemas: { is: 'texts by name', wire: '*.jsonschema' },
    rawSchemaTopics: { is: 'names', wire: '*.rawschema' },
    topicsPattern: { is: 'text', since: '1.19' },
    autoDiscoveryPeriod: { is: 'duration', since: '1.19' },
  },
};

const TOKEN: AuthFacts = {
  name: 'token',
  fields: {
    token: { is: 'secret' },
  },
};

const OAUTH2: AuthFacts = {
  name: 'oauth2',
  fields: {
    oauth2Audiences: { is: 'texts' },
    oauth2ClientSecret: { is: 'secret' },
    oauth2ClientSecretPath: { is: 'text' },
    oauth2CredentialsFile: { is: 'text' },
    oauth2TokenCAPEM: { is: 'text' },
    oauth2ClientID: { is: 'text' },
    oauth2TokenURL: { is: 'text' },
    oauth2Scopes: { is: 'texts' },
  },
};
