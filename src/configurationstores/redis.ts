// Generated from catalog/components/configuration/redis.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
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
 * A complete way for `configuration.redis` to authenticate.
 */
export class RedisAuth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): RedisAuth {
    return new RedisAuth({ ...AZURE_MANAGED_IDENTITY, type: 'configuration.redis', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): RedisAuth {
    return new RedisAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'configuration.redis', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): RedisAuth {
    return new RedisAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'configuration.redis', values: { ...options } });
  }

  /**
   * Authenticates with a token that an OpenID Connect provider gives for a signed assertion. Since Dapr 1.19.
   *
   * @param options what to authenticate with
   */
  public static oidcPrivateKeyJwt(options: RedisOidcPrivateKeyJwtOptions): RedisAuth {
    return new RedisAuth({ ...OIDC_PRIVATE_KEY_JWT, type: 'configuration.redis', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'configuration.redis'>;

  private constructor(auth: AuthProfile<'configuration.redis'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `configuration.redis` v1.
 */
export interface RedisProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: RedisAuth;

  /**
   * Address of the Redis server, as host:port; several of a cluster are separated by commas.
   *
   * @default - not set
   */
  readonly redisHost?: string | MetadataValue;

  /**
   * Port of the Redis server, where redisHost has none. From 0 to 65535.
   *
   * @default - not set
   */
  readonly redisPort?: number | MetadataValue;

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
   * @default Duration.seconds(2)
   */
  readonly redisMaxRetryInterval?: Duration | MetadataValue;

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
   * Number of the Redis database; not used with a cluster.
   *
   * @default 0
   */
  readonly redisDB?: number | MetadataValue;

  /**
   * Whether Redis runs as a single node (node) or as a cluster (cluster).
   *
   * @default RedisType.NODE
   */
  readonly redisType?: RedisType | MetadataValue;

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
   * @default - not set
   */
  readonly writeTimeout?: Duration | MetadataValue;

  /**
   * Largest number of connections in the pool.
   *
   * @default - not set
   */
  readonly poolSize?: number | MetadataValue;

  /**
   * How long to wait for a free connection when all are in use.
   *
   * @default - not set
   */
  readonly poolTimeout?: Duration | MetadataValue;

  /**
   * Age at which a connection is closed and replaced.
   *
   * @default - not set
   */
  readonly maxConnAge?: Duration | MetadataValue;

  /**
   * Number of idle connections kept ready.
   *
   * @default 0
   */
  readonly minIdleConns?: number | MetadataValue;

  /**
   * How often idle connections are looked for; -1 turns this off.
   *
   * @default Duration.minutes(1)
   */
  readonly idleCheckFrequency?: Duration | MetadataValue;

  /**
   * How long a connection may sit idle before it is closed; -1 keeps it open.
   *
   * @default Duration.minutes(5)
   */
  readonly idleTimeout?: Duration | MetadataValue;

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
}

/**
 * Reads configuration items from a Redis server or cluster.
 *
 * The type is `configuration.redis`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-configuration-stores/redis-configuration-store/
 */
export class Redis extends Component {
  constructor(scope: Construct, id: string, props: RedisProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'configuration.redis',
  version: 'v1',
  auth: { required: false, expected: 'RedisAuth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate, .oidcPrivateKeyJwt' },
  authExcludes: ['redisPassword'],
  fields: {
    redisHost: { is: 'text', example: 'redis:6379' },
    redisPort: { is: 'integer', min: 0, max: 65535 },
    enableTLS: { is: 'boolean' },
    insecureSkipTLSVerify: { is: 'boolean' },
    clientCert: { is: 'text' },
    clientKey: { is: 'secret' },
    redisMaxRetries: { is: 'integer' },
    redisMinRetryInterval: { is: 'duration' },
    redisMaxRetryInterval: { is: 'duration' },
    failover: { is: 'boolean' },
    sentinelMasterName: { is: 'text' },
    redisDB: { is: 'integer' },
    redisType: { is: 'enum', of: ['node', 'cluster'] },
    dialTimeout: { is: 'duration' },
    readTimeout: { is: 'duration' },
    writeTimeout: { is: 'duration' },
    poolSize: { is: 'integer' },
    poolTimeout: { is: 'duration' },
    maxConnAge: { is: 'duration' },
    minIdleConns: { is: 'integer' },
    idleCheckFrequency: { is: 'duration' },
    idleTimeout: { is: 'duration' },
    redisUsername: { is: 'text' },
    redisPassword: { is: 'secret' },
    sentinelUsername: { is: 'text' },
    sentinelPassword: { is: 'secret' },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  sets: { useEntraID: 'true', enableTLS: 'true' },
  fields: AZURE_MANAGED_IDENTITY_PROFILE.fields,
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  sets: { useEntraID: 'true', enableTLS: 'true' },
  fields: AZURE_CLIENT_CREDENTIALS_PROFILE.fields,
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  sets: { useEntraID: 'true', enableTLS: 'true' },
  fields: AZURE_CLIENT_CERTIFICATE_PROFILE.fields,
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
