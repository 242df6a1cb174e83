// Generated from catalog/components/bindings/postgre-sql.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `queryExecMode`.
 */
export enum PostgreSqlQueryExecMode {
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
 * A complete way for `bindings.postgres` to authenticate.
 */
export class PostgreSqlAuth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): PostgreSqlAuth {
    return new PostgreSqlAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.postgres', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): PostgreSqlAuth {
    return new PostgreSqlAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.postgres', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): PostgreSqlAuth {
    return new PostgreSqlAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.postgres', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.postgres'>;

  private constructor(auth: AuthProfile<'bindings.postgres'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.postgres` v1.
 */
export interface PostgreSqlProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: PostgreSqlAuth;

  /**
   * How long a database call may take. At least 1 s.
   *
   * @default Duration.seconds(20)
   */
  readonly timeout?: Duration | MetadataValue;

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
  readonly queryExecMode?: PostgreSqlQueryExecMode | MetadataValue;

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
 * Runs SQL statements against a PostgreSQL database.
 *
 * The type is `bindings.postgres`, version v1; `bindings.postgresql` is the same. Dapr calls it stable.
 * Operations: exec, query, close.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/postgres/
 */
export class PostgreSql extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: PostgreSqlProps = {}) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.postgres',
  version: 'v1',
  anyOf: ['connectionString', 'host'],
  auth: { required: false, expected: 'PostgreSqlAuth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['output'],
  fields: {
    timeout: { is: 'duration', min: 1000 },
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
