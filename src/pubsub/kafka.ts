// Generated from catalog/components/pubsub/kafka.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { IBulkPubSub, PubSub, PubSubOptions } from '../pub-sub';
import { AwsAccessKeyOptions, AwsAssumeRoleOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ASSUME_ROLE_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `saslMechanism`.
 */
export enum KafkaSaslMechanism {
  /** Writes `SHA-512`. */
  SHA_512 = 'SHA-512',
  /** Writes `SHA-256`. */
  SHA_256 = 'SHA-256',
  /** Writes `PLAINTEXT`. */
  PLAINTEXT = 'PLAINTEXT',
}

/**
 * The values of `initialOffset`.
 */
export enum KafkaInitialOffset {
  /** Writes `newest`. */
  NEWEST = 'newest',
  /** Writes `oldest`. */
  OLDEST = 'oldest',
}

/**
 * The values of `producerRequiredAcks`.
 */
export enum KafkaProducerRequiredAcks {
  /** Writes `all`. */
  ALL = 'all',
  /** Writes `local`. */
  LOCAL = 'local',
  /** Writes `none`. */
  NONE = 'none',
}

/**
 * The values of `compression`.
 */
export enum KafkaCompression {
  /** Writes `none`. */
  NONE = 'none',
  /** Writes `gzip`. */
  GZIP = 'gzip',
  /** Writes `snappy`. */
  SNAPPY = 'snappy',
  /** Writes `lz4`. */
  LZ4 = 'lz4',
  /** Writes `zstd`. */
  ZSTD = 'zstd',
}

/**
 * The values of `consumerGroupRebalanceStrategy`.
 */
export enum KafkaConsumerGroupRebalanceStrategy {
  /** Writes `range`. */
  RANGE = 'range',
  /** Writes `sticky`. */
  STICKY = 'sticky',
  /** Writes `roundrobin`. */
  ROUNDROBIN = 'roundrobin',
}

/**
 * The values of `backOffPolicy`.
 */
export enum KafkaBackOffPolicy {
  /** Writes `constant`. */
  CONSTANT = 'constant',
  /** Writes `exponential`. */
  EXPONENTIAL = 'exponential',
}

/**
 * What `KafkaAuth.oidc` takes.
 */
export interface KafkaOidcOptions {
  /**
   * URL where OAuth2 tokens are fetched.
   */
  readonly oidcTokenEndpoint: string | MetadataValue;

  /**
   * Client ID for fetching OAuth2 tokens.
   */
  readonly oidcClientID: string | MetadataValue;

  /**
   * Client secret for fetching OAuth2 tokens.
   */
  readonly oidcClientSecret: SecretValue;

  /**
   * Scopes to ask tokens for, as a comma-separated list.
   *
   * @default 'openid'
   */
  readonly oidcScopes?: string | MetadataValue;

  /**
   * SASL extensions sent to the brokers with the token, as a JSON object of strings.
   *
   * @default - not set
   */
  readonly oidcExtensions?: string | MetadataValue;

  /**
   * CA certificate that the server certificate is checked against, as PEM text.
   *
   * @default - not set
   */
  readonly caCert?: string | MetadataValue;
}

/**
 * What `KafkaAuth.oidcPrivateKeyJwt` takes.
 */
export interface KafkaOidcPrivateKeyJwtOptions {
  /**
   * URL where OAuth2 tokens are fetched.
   */
  readonly oidcTokenEndpoint: string | MetadataValue;

  /**
   * Client ID for fetching OAuth2 tokens.
   */
  readonly oidcClientID: string | MetadataValue;

  /**
   * Certificate sent along with the client assertion (x5c), as PEM text.
   */
  readonly oidcClientAssertionCert: string | MetadataValue;

  /**
   * Private key that signs the client assertion, as PEM text.
   */
  readonly oidcClientAssertionKey: SecretValue;

  /**
   * Resource parameter of the token request, for providers that want one.
   *
   * @default - not set
   */
  readonly oidcResource?: string | MetadataValue;

  /**
   * Value of the aud claim of the client assertion; taken from the token endpoint when left out.
   *
   * @default - not set
   */
  readonly oidcAudience?: string | MetadataValue;

  /**
   * Scopes to ask tokens for, as a comma-separated list.
   *
   * @default 'openid'
   */
  readonly oidcScopes?: string | MetadataValue;

  /**
   * SASL extensions sent to the brokers with the token, as a JSON object of strings.
   *
   * @default - not set
   */
  readonly oidcExtensions?: string | MetadataValue;

  /**
   * Key ID (kid) put in the header of the client assertion.
   *
   * @default - not set
   */
  readonly oidcKid?: string | MetadataValue;

  /**
   * CA certificate that the server certificate is checked against, as PEM text.
   *
   * @default - not set
   */
  readonly caCert?: string | MetadataValue;
}

/**
 * What `KafkaAuth.sasl` takes.
 */
export interface KafkaSaslOptions {
  /**
   * Name of the SASL user.
   */
  readonly saslUsername: string | MetadataValue;

  /**
   * Password of the SASL user.
   */
  readonly saslPassword: SecretValue;

  /**
   * SASL mechanism for password logins: PLAINTEXT, SHA-256 or SHA-512.
   *
   * @default KafkaSaslMechanism.PLAINTEXT
   */
  readonly saslMechanism?: KafkaSaslMechanism | MetadataValue;

  /**
   * CA certificate that the server certificate is checked against, as PEM text.
   *
   * @default - not set
   */
  readonly caCert?: string | MetadataValue;
}

/**
 * What `KafkaAuth.mtls` takes.
 */
export interface KafkaMtlsOptions {
  /**
   * CA certificate that the server certificate is checked against, as PEM text.
   */
  readonly caCert: string | MetadataValue;

  /**
   * Client certificate shown to the server, as PEM text.
   */
  readonly clientCert: string | MetadataValue;

  /**
   * Private key of the client certificate, as PEM text.
   */
  readonly clientKey: SecretValue;
}

/**
 * A complete way for `pubsub.kafka` to authenticate.
 */
export class KafkaAuth {
  /**
   * Authenticates with a token that an OpenID Connect provider gives for a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static oidc(options: KafkaOidcOptions): KafkaAuth {
    return new KafkaAuth({ ...OIDC, type: 'pubsub.kafka', values: { ...options } });
  }

  /**
   * Authenticates with a token that an OpenID Connect provider gives for a signed assertion.
   *
   * @param options what to authenticate with
   */
  public static oidcPrivateKeyJwt(options: KafkaOidcPrivateKeyJwtOptions): KafkaAuth {
    return new KafkaAuth({ ...OIDC_PRIVATE_KEY_JWT, type: 'pubsub.kafka', values: { ...options } });
  }

  /**
   * Authenticates with user name and password.
   *
   * @param options what to authenticate with
   */
  public static sasl(options: KafkaSaslOptions): KafkaAuth {
    return new KafkaAuth({ ...SASL, type: 'pubsub.kafka', values: { ...options } });
  }

  /**
   * Authenticates with a client certificate.
   *
   * @param options what to authenticate with
   */
  public static mtls(options: KafkaMtlsOptions): KafkaAuth {
    return new KafkaAuth({ ...MTLS, type: 'pubsub.kafka', values: { ...options } });
  }

  /**
   * Does not authenticate.
   */
  public static none(): KafkaAuth {
    return new KafkaAuth({ ...NONE, type: 'pubsub.kafka', values: {} });
  }

  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): KafkaAuth {
    return new KafkaAuth({ ...AWS_ACCESS_KEY, type: 'pubsub.kafka', values: { ...options } });
  }

  /**
   * Signs in to AWS as a role that the identity of the pod may assume.
   *
   * @param options what to authenticate with
   */
  public static awsAssumeRole(options: AwsAssumeRoleOptions): KafkaAuth {
    return new KafkaAuth({ ...AWS_ASSUME_ROLE, type: 'pubsub.kafka', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): KafkaAuth {
    return new KafkaAuth({ ...AWS_ENVIRONMENT, type: 'pubsub.kafka', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): KafkaAuth {
    return new KafkaAuth({ ...AWS_ROLES_ANYWHERE, type: 'pubsub.kafka', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.kafka'>;

  private constructor(auth: AuthProfile<'pubsub.kafka'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.kafka` v1.
 */
export interface KafkaProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: KafkaAuth;

  /**
   * Kafka brokers to connect to first, as a comma-separated host:port list.
   */
  readonly brokers: string | MetadataValue;

  /**
   * Consumer group to join; each message goes to one member of the group.
   *
   * @default - not set
   */
  readonly consumerGroup?: string | MetadataValue;

  /**
   * Label that Kafka brokers see in logs and quotas for this client.
   *
   * @default 'sarama'
   */
  readonly clientID?: string | MetadataValue;

  /**
   * Where a group without a committed offset starts: newest or oldest.
   *
   * @default KafkaInitialOffset.NEWEST
   */
  readonly initialOffset?: KafkaInitialOffset | MetadataValue;

  /**
   * Largest size of a message to publish, in bytes.
   *
   * @default 1024
   */
  readonly maxMessageBytes?: number | MetadataValue;

  /**
   * Wait before a failed message is handled again.
   *
   * @default Duration.millis(100)
   */
  readonly consumeRetryInterval?: Duration | MetadataValue;

  /**
   * Hands messages that the app failed to handle to it again.
   *
   * @default false
   */
  readonly consumeRetryEnabled?: boolean | MetadataValue;

  /**
   * How often the consumer tells the group coordinator that it is alive.
   *
   * @default Duration.seconds(3)
   */
  readonly heartbeatInterval?: Duration | MetadataValue;

  /**
   * Time without a heartbeat after which a consumer counts as gone.
   *
   * @default Duration.seconds(10)
   */
  readonly sessionTimeout?: Duration | MetadataValue;

  /**
   * Version of the Kafka cluster, in three parts from 1.0.0 on.
   *
   * @default '2.0.0'
   */
  readonly version?: string | MetadataValue;

  /**
   * Accepts any server certificate; for tests only.
   *
   * @default false
   */
  readonly skipVerify?: boolean | MetadataValue;

  /**
   * Talks to the brokers without encryption; not for production.
   *
   * @default false
   */
  readonly disableTls?: boolean | MetadataValue;

  /**
   * Number of events that the client buffers in its channels.
   *
   * @default 256
   */
  readonly channelBufferSize?: number | MetadataValue;

  /**
   * Least amount of data the broker collects before it answers a fetch, in bytes.
   *
   * @default 1
   */
  readonly consumerFetchMin?: number | MetadataValue;

  /**
   * How often the client reads the topic metadata from the brokers again.
   *
   * @default Duration.minutes(9)
   */
  readonly clientConnectionTopicMetadataRefreshInterval?: Duration | MetadataValue;

  /**
   * How often TCP keep-alives are sent to the brokers; zero leaves it to the system.
   *
   * @default - 0
   */
  readonly clientConnectionKeepAliveInterval?: Duration | MetadataValue;

  /**
   * How long to wait for a new connection to be made.
   *
   * @default Duration.seconds(30)
   */
  readonly dialTimeout?: Duration | MetadataValue;

  /**
   * How long to wait for the answer of a broker.
   *
   * @default Duration.seconds(30)
   */
  readonly readTimeout?: Duration | MetadataValue;

  /**
   * How long a write to the socket may take.
   *
   * @default Duration.seconds(30)
   */
  readonly writeTimeout?: Duration | MetadataValue;

  /**
   * How long a metadata request may take; zero derives it from the other timeouts.
   *
   * @default - 0
   */
  readonly metadataTimeout?: Duration | MetadataValue;

  /**
   * Replicas that must confirm a message: all (those in sync), local (the leader) or none.
   *
   * @default KafkaProducerRequiredAcks.ALL
   */
  readonly producerRequiredAcks?: KafkaProducerRequiredAcks | MetadataValue;

  /**
   * How often a failed send is tried again.
   *
   * @default 5
   */
  readonly producerRetryMax?: number | MetadataValue;

  /**
   * Size of the data asked from the broker in one fetch, in bytes.
   *
   * @default 1048576
   */
  readonly consumerFetchDefault?: number | MetadataValue;

  /**
   * URL of the schema registry.
   *
   * @default - not set
   */
  readonly schemaRegistryURL?: string | MetadataValue;

  /**
   * API key for the schema registry.
   *
   * @default - not set
   */
  readonly schemaRegistryAPIKey?: SecretValue;

  /**
   * API secret for the schema registry.
   *
   * @default - not set
   */
  readonly schemaRegistryAPISecret?: SecretValue;

  /**
   * Keeps schemas of the registry in memory.
   *
   * @default true
   */
  readonly schemaCachingEnabled?: boolean | MetadataValue;

  /**
   * How long the latest schema of a subject is used before it is looked up again.
   *
   * @default Duration.minutes(5)
   */
  readonly schemaLatestVersionCacheTTL?: Duration | MetadataValue;

  /**
   * URL-escapes header values, so that they may hold special characters.
   *
   * @default false
   */
  readonly escapeHeaders?: boolean | MetadataValue;

  /**
   * Reads and writes Avro data as Avro JSON rather than plain JSON.
   *
   * @default false
   */
  readonly useAvroJSON?: boolean | MetadataValue;

  /**
   * Codec for published messages: none, gzip, snappy, lz4 or zstd.
   *
   * @default KafkaCompression.NONE
   */
  readonly compression?: KafkaCompression | MetadataValue;

  /**
   * How partitions are shared out in the consumer group: range, sticky or roundrobin.
   *
   * @default KafkaConsumerGroupRebalanceStrategy.RANGE
   */
  readonly consumerGroupRebalanceStrategy?: KafkaConsumerGroupRebalanceStrategy | MetadataValue;

  /**
   * Regular expression for keys that are not copied between Kafka headers and metadata.
   *
   * @default - not set
   */
  readonly excludeHeaderMetaRegex?: string | MetadataValue;

  /**
   * How waits between tries go: all equal (constant) or growing (exponential).
   *
   * @default - not set
   */
  readonly backOffPolicy?: KafkaBackOffPolicy | MetadataValue;

  /**
   * Wait between tries, with the constant policy.
   *
   * @default - not set
   */
  readonly backOffDuration?: Duration | MetadataValue;

  /**
   * First wait, with the exponential policy.
   *
   * @default - not set
   */
  readonly backOffInitialInterval?: Duration | MetadataValue;

  /**
   * Share by which each wait is randomly made longer or shorter, from 0 to 1 (exponential policy). From 0 to 1.
   *
   * @default - not set
   */
  readonly backOffRandomizationFactor?: number | MetadataValue;

  /**
   * Factor by which each wait is longer than the last, with the exponential policy. At least 1.
   *
   * @default - not set
   */
  readonly backOffMultiplier?: number | MetadataValue;

  /**
   * Longest single wait, with the exponential policy.
   *
   * @default - not set
   */
  readonly backOffMaxInterval?: Duration | MetadataValue;

  /**
   * Total time after which no more tries are made; zero sets no limit (exponential policy).
   *
   * @default - not set
   */
  readonly backOffMaxElapsedTime?: Duration | MetadataValue;

  /**
   * Number of tries after the first one; -1 sets no limit.
   *
   * @default - not set
   */
  readonly backOffMaxRetries?: number | MetadataValue;
}

/**
 * Publishes and subscribes through Apache Kafka.
 *
 * The type is `pubsub.kafka`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-apache-kafka/
 */
export class Kafka extends PubSub implements IBulkPubSub {
  /** The broker takes and gives several messages in one go. */
  public readonly supportsBulk: boolean = true;

  constructor(scope: Construct, id: string, props: KafkaProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.kafka',
  version: 'v1',
  auth: { required: true, expected: 'KafkaAuth.oidc, .oidcPrivateKeyJwt, .sasl, .mtls, .none, .awsAccessKey, .awsAssumeRole, .awsEnvironment, .awsRolesAnywhere' },
  fields: {
    brokers: { is: 'text', required: true, example: 'kafka:9092' },
    consumerGroup: { is: 'text' },
    clientID: { is: 'text' },
    initialOffset: { is: 'enum', of: ['newest', 'oldest'] },
    maxMessageBytes: { is: 'integer' },
    consumeRetryInterval: { is: 'duration' },
    consumeRetryEnabled: { is: 'boolean' },
    heartbeatInterval: { is: 'duration' },
    sessionTimeout: { is: 'duration' },
    version: { is: 'text', pattern: /^(0\.\d+\.\d+\.\d+|[1-9]\d*\.\d+\.\d+)$/, expected: 'a Kafka version of three parts, e.g. 3.6.0', example: '3.6.0' },
    skipVerify: { is: 'boolean' },
    disableTls: { is: 'boolean' },
    channelBufferSize: { is: 'integer' },
    consumerFetchMin: { is: 'integer' },
    clientConnectionTopicMetadataRefreshInterval: { is: 'duration' },
    clientConnectionKeepAliveInterval: { is: 'duration' },
    dialTimeout: { is: 'duration' },
    readTimeout: { is: 'duration' },
    writeTimeout: { is: 'duration' },
    metadataTimeout: { is: 'duration' },
    producerRequiredAcks: { is: 'enum', of: ['all', 'local', 'none'] },
    producerRetryMax: { is: 'integer' },
    consumerFetchDefault: { is: 'integer' },
    schemaRegistryURL: { is: 'text' },
    schemaRegistryAPIKey: { is: 'secret' },
    schemaRegistryAPISecret: { is: 'secret' },
    schemaCachingEnabled: { is: 'boolean' },
    schemaLatestVersionCacheTTL: { is: 'duration' },
    escapeHeaders: { is: 'boolean' },
    useAvroJSON: { is: 'boolean' },
    compression: { is: 'enum', of: ['none', 'gzip', 'snappy', 'lz4', 'zstd'] },
    consumerGroupRebalanceStrategy: { is: 'enum', of: ['range', 'sticky', 'roundrobin'] },
    excludeHeaderMetaRegex: { is: 'text' },
    backOffPolicy: { is: 'enum', of: ['constant', 'exponential'] },
    backOffDuration: { is: 'duration' },
    backOffInitialInterval: { is: 'duration' },
    backOffRandomizationFactor: { is: 'number', min: 0, max: 1 },
    backOffMultiplier: { is: 'number', min: 1 },
    backOffMaxInterval: { is: 'duration' },
    backOffMaxElapsedTime: { is: 'duration' },
    backOffMaxRetries: { is: 'integer' },
  },
};

const OIDC: AuthFacts = {
  name: 'oidc',
  sets: { authType: 'oidc' },
  fields: {
    oidcTokenEndpoint: { is: 'text', required: true },
    oidcClientID: { is: 'text', required: true },
    oidcClientSecret: { is: 'secret', required: true },
    oidcScopes: { is: 'text' },
    oidcExtensions: { is: 'text' },
    caCert: { is: 'text' },
  },
};

const OIDC_PRIVATE_KEY_JWT: AuthFacts = {
  name: 'oidcPrivateKeyJwt',
  sets: { authType: 'oidc_private_key_jwt' },
  fields: {
    oidcTokenEndpoint: { is: 'text', required: true },
    oidcClientID: { is: 'text', required: true },
    oidcClientAssertionCert: { is: 'text', required: true },
    oidcClientAssertionKey: { is: 'secret', required: true },
    oidcResource: { is: 'text' },
    oidcAudience: { is: 'text' },
    oidcScopes: { is: 'text' },
    oidcExtensions: { is: 'text' },
    oidcKid: { is: 'text' },
    caCert: { is: 'text' },
  },
};

const SASL: AuthFacts = {
  name: 'sasl',
  sets: { authType: 'password' },
  fields: {
    saslUsername: { is: 'text', required: true },
    saslPassword: { is: 'secret', required: true },
    saslMechanism: { is: 'enum', of: ['SHA-512', 'SHA-256', 'PLAINTEXT'] },
    caCert: { is: 'text' },
  },
};

const MTLS: AuthFacts = {
  name: 'mtls',
  sets: { authType: 'mtls' },
  fields: {
    caCert: { is: 'text', required: true },
    clientCert: { is: 'text', required: true },
    clientKey: { is: 'secret', required: true },
  },
};

const NONE: AuthFacts = {
  name: 'none',
  sets: { authType: 'none' },
  fields: {},
};

const AWS_ACCESS_KEY: AuthFacts = {
  name: 'awsAccessKey',
  anyOf: ['region'],
  sets: { authType: 'awsiam' },
  fields: AWS_ACCESS_KEY_PROFILE.fields,
};

const AWS_ASSUME_ROLE: AuthFacts = {
  name: 'awsAssumeRole',
  anyOf: AWS_ASSUME_ROLE_PROFILE.anyOf,
  sets: { authType: 'awsiam' },
  fields: AWS_ASSUME_ROLE_PROFILE.fields,
};

const AWS_ENVIRONMENT: AuthFacts = {
  name: 'awsEnvironment',
  anyOf: ['region'],
  sets: { authType: 'awsiam' },
  fields: AWS_ENVIRONMENT_PROFILE.fields,
};

const AWS_ROLES_ANYWHERE: AuthFacts = {
  name: 'awsRolesAnywhere',
  anyOf: ['region'],
  sets: { authType: 'awsiam' },
  fields: AWS_ROLES_ANYWHERE_PROFILE.fields,
};
