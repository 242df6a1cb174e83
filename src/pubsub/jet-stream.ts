// Generated from catalog/components/pubsub/jet-stream.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `deliverPolicy`.
 */
export enum JetStreamDeliverPolicy {
  /** Writes `all`. */
  ALL = 'all',
  /** Writes `last`. */
  LAST = 'last',
  /** Writes `new`. */
  NEW = 'new',
  /** Writes `sequence`. */
  SEQUENCE = 'sequence',
  /** Writes `time`. */
  TIME = 'time',
}

/**
 * The values of `ackPolicy`.
 */
export enum JetStreamAckPolicy {
  /** Writes `explicit`. */
  EXPLICIT = 'explicit',
  /** Writes `all`. */
  ALL = 'all',
  /** Writes `none`. */
  NONE = 'none',
}

/**
 * The values of `concurrency`.
 */
export enum JetStreamConcurrency {
  /** Writes `single`. */
  SINGLE = 'single',
  /** Writes `parallel`. */
  PARALLEL = 'parallel',
}

/**
 * The values of `backOffPolicy`.
 */
export enum JetStreamBackOffPolicy {
  /** Writes `constant`. */
  CONSTANT = 'constant',
  /** Writes `exponential`. */
  EXPONENTIAL = 'exponential',
}

/**
 * What `JetStreamAuth.token` takes.
 */
export interface JetStreamTokenOptions {
  /**
   * Token that the NATS server checks.
   */
  readonly token: SecretValue;
}

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
 * What `JetStreamAuth.tls` takes.
 */
export interface JetStreamTlsOptions {
  /**
   * Path of the client certificate file shown to NATS.
   */
  readonly tlsClientCert: string | MetadataValue;

  /**
   * Path of the private key file of the client certificate.
   */
  readonly tlsClientKey: string | MetadataValue;
}

/**
 * A complete way for `pubsub.jetstream` to authenticate.
 */
export class JetStreamAuth {
  /**
   * Authenticates with a token.
   *
   * @param options what to authenticate with
   */
  public static token(options: JetStreamTokenOptions): JetStreamAuth {
    return new JetStreamAuth({ ...TOKEN, type: 'pubsub.jetstream', values: { ...options } });
  }

  /**
   * Authenticates with a JSON Web Token and its seed key.
   *
   * @param options what to authenticate with
   */
  public static jwt(options: JetStreamJwtOptions): JetStreamAuth {
    return new JetStreamAuth({ ...JWT, type: 'pubsub.jetstream', values: { ...options } });
  }

  /**
   * Authenticates with a client certificate.
   *
   * @param options what to authenticate with
   */
  public static tls(options: JetStreamTlsOptions): JetStreamAuth {
    return new JetStreamAuth({ ...TLS, type: 'pubsub.jetstream', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.jetstream'>;

  private constructor(auth: AuthProfile<'pubsub.jetstream'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.jetstream` v1.
 */
export interface JetStreamProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: JetStreamAuth;

  /**
   * Name of the connection, as the NATS server shows it.
   *
   * @default 'dapr.io - pubsub.jetstream'
   */
  readonly name?: string | MetadataValue;

  /**
   * Stream to subscribe to; found by subject when left out.
   *
   * @default - not set
   */
  readonly streamName?: string | MetadataValue;

  /**
   * Name under which the server remembers how far this consumer got.
   *
   * @default - not set
   */
  readonly durableName?: string | MetadataValue;

  /**
   * Queue group to subscribe in; its members share the messages.
   *
   * @default - not set
   */
  readonly queueGroupName?: string | MetadataValue;

  /**
   * Sequence number of the first message to deliver, with deliverPolicy sequence. At least 0.
   *
   * @default - not set
   */
  readonly startSequence?: number | MetadataValue;

  /**
   * Time of the first message to deliver, in Unix seconds, with deliverPolicy time. At least 0.
   *
   * @default - not set
   */
  readonly startTime?: number | MetadataValue;

  /**
   * Has the server slow down when the consumer falls behind.
   *
   * @default false
   */
  readonly flowControl?: boolean | MetadataValue;

  /**
   * How long the server waits for an acknowledgement before it delivers the message again.
   *
   * @default - not set
   */
  readonly ackWait?: Duration | MetadataValue;

  /**
   * How often a message is delivered at most.
   *
   * @default - not set
   */
  readonly maxDeliver?: number | MetadataValue;

  /**
   * Number of unacknowledged messages at which the server stops delivering.
   *
   * @default - not set
   */
  readonly maxAckPending?: number | MetadataValue;

  /**
   * Number of copies of the consumer's state in the cluster.
   *
   * @default - not set
   */
  readonly replicas?: number | MetadataValue;

  /**
   * Keeps the state of the consumer in memory instead of on disk.
   *
   * @default false
   */
  readonly memoryStorage?: boolean | MetadataValue;

  /**
   * Speed limit of the delivery, in bits per second. At least 0.
   *
   * @default - not set
   */
  readonly rateLimit?: number | MetadataValue;

  /**
   * How often an idle server sends a heartbeat to the consumer.
   *
   * @default - not set
   */
  readonly heartbeat?: Duration | MetadataValue;

  /**
   * Where in the stream a new consumer starts: all, last, new, sequence or time.
   *
   * @default JetStreamDeliverPolicy.ALL
   */
  readonly deliverPolicy?: JetStreamDeliverPolicy | MetadataValue;

  /**
   * How messages get acknowledged: one by one (explicit), up to the given one (all), or never (none).
   *
   * @default JetStreamAckPolicy.EXPLICIT
   */
  readonly ackPolicy?: JetStreamAckPolicy | MetadataValue;

  /**
   * JetStream domain, for reaching a leaf node or hub.
   *
   * @default - not set
   */
  readonly domain?: string | MetadataValue;

  /**
   * Subject prefix of the JetStream API, for streams of another account.
   *
   * @default - not set
   */
  readonly apiPrefix?: string | MetadataValue;

  /**
   * Whether messages are handled one at a time (single) or side by side (parallel).
   *
   * @default JetStreamConcurrency.SINGLE
   */
  readonly concurrency?: JetStreamConcurrency | MetadataValue;

  /**
   * Waits before the second, third and further deliveries of a message.
   *
   * @default - not set
   */
  readonly backOff?: Duration[] | MetadataValue;

  /**
   * URL of the NATS server, as nats://host:port; several are separated by commas.
   */
  readonly natsURL: string | MetadataValue;

  /**
   * How waits between tries go: all equal (constant) or growing (exponential).
   *
   * @default - not set
   */
  readonly backOffPolicy?: JetStreamBackOffPolicy | MetadataValue;

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
 * Publishes and subscribes through NATS JetStream.
 *
 * The type is `pubsub.jetstream`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-jetstream/
 */
export class JetStream extends PubSub {
  constructor(scope: Construct, id: string, props: JetStreamProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.jetstream',
  version: 'v1',
  auth: { required: false, expected: 'JetStreamAuth.token, .jwt, .tls' },
  fields: {
    name: { is: 'text' },
    streamName: { is: 'text' },
    durableName: { is: 'text' },
    queueGroupName: { is: 'text' },
    startSequence: { is: 'integer', min: 0 },
    startTime: { is: 'integer', min: 0 },
    flowControl: { is: 'boolean' },
    ackWait: { is: 'duration' },
    maxDeliver: { is: 'integer' },
    maxAckPending: { is: 'integer' },
    replicas: { is: 'integer' },
    memoryStorage: { is: 'boolean' },
    rateLimit: { is: 'integer', min: 0 },
    heartbeat: { is: 'duration' },
    deliverPolicy: { is: 'enum', of: ['all', 'last', 'new', 'sequence', 'time'] },
    ackPolicy: { is: 'enum', of: ['explicit', 'all', 'none'] },
    domain: { is: 'text' },
    apiPrefix: { is: 'text' },
    concurrency: { is: 'enum', of: ['single', 'parallel'] },
    backOff: { is: 'durations' },
    natsURL: { is: 'text', required: true, example: 'nats://nats:4222' },
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

const TOKEN: AuthFacts = {
  name: 'token',
  fields: {
    token: { is: 'secret', required: true },
  },
};

const JWT: AuthFacts = {
  name: 'jwt',
  fields: {
    jwt: { is: 'secret', required: true },
    seedKey: { is: 'secret', required: true },
  },
};

const TLS: AuthFacts = {
  name: 'tls',
  fields: {
    tlsClientCert: { is: 'text', required: true, wire: 'tls_client_cert' },
    tlsClientKey: { is: 'text', required: true, wire: 'tls_client_key' },
  },
};
