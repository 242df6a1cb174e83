// Generated from catalog/components/lock/redis.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { LockStore, LockStoreOptions } from '../lock-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `redisType`.
 */
export enum RedisType {
  /** Writes `node`. */
  NODE = 'node',
  /** Writes `cluster`. */
  CLUSTER = 'cluster',
  /** Writes `sentinel`. */
  SENTINEL = 'sentinel',
}

/**
 * What `RedisAuth.oidcPrivateKeyJwt` takes.
 */
export interface RedisOidcPrivateKeyJwtOptions {
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
   * Key ID (kid) put in the header of the client assertion.
   *
   * @default - not set
   */
  readonly oidcKid?: string | MetadataValue;

  /**
   * PEM certificate of the authority that signed the OpenID Connect provider's certificate.
   *
   * @default - not set
   */
  readonly oidcCACert?: string | MetadataValue;
}

/**
 * A complete way for `lock.redis` to authenticate.
 */
export class RedisAuth {
  /**
   * Authenticates with a token that an OpenID Connect provider gives for a signed assertion. Since Dapr 1.19.
   *
   * @param options what to authenticate with
   */
  public static oidcPrivateKeyJwt(options: RedisOidcPrivateKeyJwtOptions): RedisAuth {
    return new RedisAuth({ ...OIDC_PRIVATE_KEY_JWT, type: 'lock.redis', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'lock.redis'>;

  private constructor(auth: AuthProfile<'lock.redis'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `lock.redis` v1.
 */
export interface RedisProps extends LockStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: RedisAuth;

  /**
   * Address of the Redis server, as host:port.
   */
  readonly redisHost: string | MetadataValue;

  /**
   * Port of the Redis server, where redisHost has none. From 0 to 65535.
   *
   * @default - not set
   */
  readonly redisPort?: number | MetadataValue;

  /**
   * Kind of Redis deployment; locks need node, as a cluster is refused.
   *
   * @default RedisType.NODE
   */
  readonly redisType?: RedisType | MetadataValue;

  /**
   * Number of the Redis database; not used with a cluster.
   *
   * @default 0
   */
  readonly redisDB?: number | MetadataValue;

  /**
   * How often a failed Redis command is tried again; -1 turns retries off.
   *
   * @default 3
   */
  readonly redisMaxRetries?: number | MetadataValue;

  /**
   * Shortest wait between two tries of a Redis command; -1 turns waiting off.
   *
   * @default Duration.millis(8)
   */
  readonly redisMinRetryInterval?: Duration | MetadataValue;

  /**
   * Longest wait between two tries of a Redis command; -1 turns waiting off.
   *
   * @default Duration.millis(512)
   */
  readonly redisMaxRetryInterval?: Duration | MetadataValue;

  /**
   * How long to wait for a new connection to be made.
   *
   * @default Duration.seconds(5)
   */
  readonly dialTimeout?: Duration | MetadataValue;

  /**
   * How long to wait for the answer to a read.
   *
   * @default Duration.seconds(3)
   */
  readonly readTimeout?: Duration | MetadataValue;

  /**
   * How long a write to the socket may take.
   *
   * @default Duration.seconds(3)
   */
  readonly writeTimeout?: Duration | MetadataValue;

  /**
   * Largest number of connections in the pool.
   *
   * @default 10
   */
  readonly poolSize?: number | MetadataValue;

  /**
   * How long to wait for a free connection when all are in use.
   *
   * @default Duration.seconds(4)
   */
  readonly poolTimeout?: Duration | MetadataValue;

  /**
   * Age at which a connection is closed and replaced.
   *
   * @default Duration.minutes(30)
   */
  readonly maxConnAge?: Duration | MetadataValue;

  /**
   * Number of idle connections kept ready.
   *
   * @default 0
   */
  readonly minIdleConns?: number | MetadataValue;

  /**
   * How long a connection may sit idle before it is closed; -1 keeps it open.
   *
   * @default Duration.minutes(5)
   */
  readonly idleTimeout?: Duration | MetadataValue;

  /**
   * How often idle connections are looked for; -1 turns this off.
   *
   * @default Duration.minutes(1)
   */
  readonly idleCheckFrequency?: Duration | MetadataValue;

  /**
   * Encrypts the connection with TLS.
   *
   * @default false
   */
  readonly enableTLS?: boolean | MetadataValue;

  /**
   * Accepts any server certificate; for tests only.
   *
   * @default false
   */
  readonly insecureSkipTLSVerify?: boolean | MetadataValue;

  /**
   * Logs in with a Microsoft Entra ID token in place of a password.
   *
   * @default false
   */
  readonly useEntraID?: boolean | MetadataValue;

  /**
   * Finds the Redis master through Sentinel; redisHost is then the Sentinel address.
   *
   * @default false
   */
  readonly failover?: boolean | MetadataValue;

  /**
   * Name of the master that Sentinel watches; needed with failover.
   *
   * @default - not set
   */
  readonly sentinelMasterName?: string | MetadataValue;

  /**
   * Redis ACL user to log in as; needs Redis 6 or later.
   *
   * @default - not set
   */
  readonly redisUsername?: string | MetadataValue;

  /**
   * Password of the Redis user.
   *
   * @default - not set
   */
  readonly redisPassword?: SecretValue;

  /**
   * Name of the user for Sentinel itself, where it asks for one.
   *
   * @default - not set
   */
  readonly sentinelUsername?: string | MetadataValue;

  /**
   * Password for Sentinel itself, where it asks for one.
   *
   * @default - not set
   */
  readonly sentinelPassword?: SecretValue;

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
}

/**
 * Takes distributed locks on a Redis server.
 *
 * The type is `lock.redis`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-locks/redis-lock/
 */
export class Redis extends LockStore {
  constructor(scope: Construct, id: string, props: RedisProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'lock.redis',
  version: 'v1',
  auth: { required: false, expected: 'RedisAuth.oidcPrivateKeyJwt' },
  authExcludes: ['redisPassword'],
  fields: {
    redisHost: { is: 'text', required: true, example: 'redis:6379' },
    redisPort: { is: 'integer', min: 0, max: 65535 },
    redisType: { is: 'enum', of: ['node', 'cluster', 'sentinel'] },
    redisDB: { is: 'integer' },
    redisMaxRetries: { is: 'integer' },
    redisMinRetryInterval: { is: 'duration' },
    redisMaxRetryInterval: { is: 'duration' },
    dialTimeout: { is: 'duration' },
    readTimeout: { is: 'duration' },
    writeTimeout: { is: 'duration' },
    poolSize: { is: 'integer' },
    poolTimeout: { is: 'duration' },
    maxConnAge: { is: 'duration' },
    minIdleConns: { is: 'integer' },
    idleTimeout: { is: 'duration' },
    idleCheckFrequency: { is: 'duration' },
    enableTLS: { is: 'boolean' },
    insecureSkipTLSVerify: { is: 'boolean' },
    useEntraID: { is: 'boolean' },
    failover: { is: 'boolean' },
    sentinelMasterName: { is: 'text' },
    redisUsername: { is: 'text' },
    redisPassword: { is: 'secret' },
    sentinelUsername: { is: 'text' },
    sentinelPassword: { is: 'secret' },
    clientCert: { is: 'text' },
    clientKey: { is: 'secret' },
  },
};

const OIDC_PRIVATE_KEY_JWT: AuthFacts = {
  name: 'oidcPrivateKeyJwt',
  since: '1.19',
  sets: { useOIDC: 'true' },
  fields: {
    oidcTokenEndpoint: { is: 'text', required: true },
    oidcClientID: { is: 'text', required: true },
    oidcClientAssertionCert: { is: 'text', required: true },
    oidcClientAssertionKey: { is: 'secret', required: true },
    oidcResource: { is: 'text' },
    oidcAudience: { is: 'text' },
    oidcScopes: { is: 'text' },
    oidcKid: { is: 'text' },
    oidcCACert: { is: 'text' },
  },
};
