// Generated from catalog/components/state/postgre-sql-v1.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { IQueryableStateStore, ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `queryExecMode`.
 */
export enum PostgreSqlV1QueryExecMode {
  /** Writes `cache_statement`. */
  CACHE_STATEMENT = 'cache_statement',
  /** Writes `cache_describe`. */
  CACHE_DESCRIBE = 'cache_describe',
  /** Writes `describe_exec`. */
  DESCRIBE_EXEC = 'describe_exec',
  /** Writes `exec`. */
  EXEC = 'exec',
  /** Writes `simple_protocol`. */
  SIMPLE_PROTOCOL = 'simple_protocol',
}

/**
 * A complete way for `state.postgresql` to authenticate.
 */
export class PostgreSqlV1Auth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): PostgreSqlV1Auth {
    return new PostgreSqlV1Auth({ ...AZURE_MANAGED_IDENTITY, type: 'state.postgresql', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): PostgreSqlV1Auth {
    return new PostgreSqlV1Auth({ ...AZURE_CLIENT_CREDENTIALS, type: 'state.postgresql', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): PostgreSqlV1Auth {
    return new PostgreSqlV1Auth({ ...AZURE_CLIENT_CERTIFICATE, type: 'state.postgresql', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.postgresql'>;

  private constructor(auth: AuthProfile<'state.postgresql'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.postgresql` v1.
 */
export interface PostgreSqlV1Props extends TransactionalStateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: PostgreSqlV1Auth;

  /**
   * How long a database call may take. At least 1 s.
   *
   * @default Duration.seconds(20)
   */
  readonly timeout?: Duration | MetadataValue;

  /**
   * Name of the table that holds the state; may be schema.table.
   *
   * @default 'state'
   */
  readonly tableName?: string | MetadataValue;

  /**
   * Table where Dapr keeps its own data, such as the schema version; may be schema.table.
   *
   * @default 'dapr_metadata'
   */
  readonly metadataTableName?: string | MetadataValue;

  /**
   * How often rows past their TTL are deleted; zero or less turns this off.
   *
   * @default Duration.hours(1)
   */
  readonly cleanupInterval?: Duration | MetadataValue;

  /**
   * Largest number of connections in the pool; 0 or less leaves it to the driver.
   *
   * @default 0
   */
  readonly maxConns?: number | MetadataValue;

  /**
   * Idle time after which a pooled connection is closed.
   *
   * @default - not set
   */
  readonly connectionMaxIdleTime?: Duration | MetadataValue;

  /**
   * How queries are sent to the server; exec or simple_protocol suit poolers such as PgBouncer.
   *
   * @default - not set
   */
  readonly queryExecMode?: PostgreSqlV1QueryExecMode | MetadataValue;

  /**
   * Host name of the PostgreSQL server.
   *
   * @default - not set
   */
  readonly host?: string | MetadataValue;

  /**
   * IP address of the server, which saves a DNS lookup.
   *
   * @default - not set
   */
  readonly hostaddr?: string | MetadataValue;

  /**
   * TCP port on which PostgreSQL listens.
   *
   * @default - not set
   */
  readonly port?: string | MetadataValue;

  /**
   * Name of the database that holds the data.
   *
   * @default - not set
   */
  readonly database?: string | MetadataValue;

  /**
   * Name of the database user to log in as.
   *
   * @default - not set
   */
  readonly user?: string | MetadataValue;

  /**
   * Password to log in with.
   *
   * @default - not set
   */
  readonly password?: SecretValue;

  /**
   * Path of the CA certificate file that the server is checked against.
   *
   * @default - not set
   */
  readonly sslRootCert?: string | MetadataValue;

  /**
   * PostgreSQL connection string, as key=value pairs or a postgres:// URL.
   *
   * @default - not set
   */
  readonly connectionString?: SecretValue;
}

/**
 * Keeps state in a PostgreSQL table, as JSONB.
 *
 * The type is `state.postgresql`, version v1; `state.postgres` is the same. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-postgresql-v1/
 */
export class PostgreSqlV1 extends TransactionalStateStore implements IQueryableStateStore, ITtlStateStore {
  /** The store finds values by their content. */
  public readonly supportsQuery: boolean = true;
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: PostgreSqlV1Props = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.postgresql',
  version: 'v1',
  anyOf: ['connectionString', 'host'],
  auth: { required: false, expected: 'PostgreSqlV1Auth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    timeout: { is: 'duration', min: 1000 },
    tableName: { is: 'text' },
    metadataTableName: { is: 'text' },
    cleanupInterval: { is: 'duration' },
    maxConns: { is: 'integer' },
    connectionMaxIdleTime: { is: 'duration' },
    queryExecMode: { is: 'enum', of: ['cache_statement', 'cache_describe', 'describe_exec', 'exec', 'simple_protocol'] },
    host: { is: 'text' },
    hostaddr: { is: 'text' },
    port: { is: 'text' },
    database: { is: 'text' },
    user: { is: 'text' },
    password: { is: 'secret' },
    sslRootCert: { is: 'text' },
    connectionString: { is: 'secret' },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  sets: { useAzureAD: 'true' },
  fields: AZURE_MANAGED_IDENTITY_PROFILE.fields,
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  sets: { useAzureAD: 'true' },
  fields: AZURE_CLIENT_CREDENTIALS_PROFILE.fields,
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  sets: { useAzureAD: 'true' },
  fields: AZURE_CLIENT_CERTIFICATE_PROFILE.fields,
};
