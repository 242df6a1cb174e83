// Generated from catalog/components/state/yugabyte-db.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions, AwsAccessKeyOptions, AwsAssumeRoleOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE, AWS_ACCESS_KEY_PROFILE, AWS_ASSUME_ROLE_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `queryExecMode`.
 */
export enum YugabyteDbQueryExecMode {
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
 * A complete way for `state.yugabytedb` to authenticate.
 */
export class YugabyteDbAuth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): YugabyteDbAuth {
    return new YugabyteDbAuth({ ...AZURE_MANAGED_IDENTITY, type: 'state.yugabytedb', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): YugabyteDbAuth {
    return new YugabyteDbAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'state.yugabytedb', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): YugabyteDbAuth {
    return new YugabyteDbAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'state.yugabytedb', values: { ...options } });
  }

  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): YugabyteDbAuth {
    return new YugabyteDbAuth({ ...AWS_ACCESS_KEY, type: 'state.yugabytedb', values: { ...options } });
  }

  /**
   * Signs in to AWS as a role that the identity of the pod may assume.
   *
   * @param options what to authenticate with
   */
  public static awsAssumeRole(options: AwsAssumeRoleOptions): YugabyteDbAuth {
    return new YugabyteDbAuth({ ...AWS_ASSUME_ROLE, type: 'state.yugabytedb', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): YugabyteDbAuth {
    return new YugabyteDbAuth({ ...AWS_ROLES_ANYWHERE, type: 'state.yugabytedb', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.yugabytedb'>;

  private constructor(auth: AuthProfile<'state.yugabytedb'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.yugabytedb` v2.
 */
export interface YugabyteDbProps extends TransactionalStateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: YugabyteDbAuth;

  /**
   * How long a database call may take. At least 1 s.
   *
   * @default Duration.seconds(20)
   */
  readonly timeout?: Duration | MetadataValue;

  /**
   * Text put in front of the table names; ends in a dot to name a schema.
   *
   * @default - not set
   */
  readonly tablePrefix?: string | MetadataValue;

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
  readonly queryExecMode?: YugabyteDbQueryExecMode | MetadataValue;

  /**
   * Host name of the YugabyteDB server.
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
   * Port of the YugabyteDB server (YSQL).
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
   * YugabyteDB connection string, as key=value pairs or a postgres:// URL.
   *
   * @default - not set
   */
  readonly connectionString?: SecretValue;
}

/**
 * Keeps state in a YugabyteDB database.
 *
 * The type is `state.yugabytedb`, version v2; `state.yugabyte` is the same. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-postgresql-v2/
 */
export class YugabyteDb extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: YugabyteDbProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.yugabytedb',
  version: 'v2',
  anyOf: ['connectionString', 'host'],
  auth: { required: false, expected: 'YugabyteDbAuth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate, .awsAccessKey, .awsAssumeRole, .awsRolesAnywhere' },
  fields: {
    timeout: { is: 'duration', min: 1000 },
    tablePrefix: { is: 'text' },
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

const AWS_ACCESS_KEY: AuthFacts = {
  name: 'awsAccessKey',
  anyOf: ['region'],
  sets: { useAWSIAM: 'true' },
  fields: AWS_ACCESS_KEY_PROFILE.fields,
};

const AWS_ASSUME_ROLE: AuthFacts = {
  name: 'awsAssumeRole',
  anyOf: AWS_ASSUME_ROLE_PROFILE.anyOf,
  sets: { useAWSIAM: 'true' },
  fields: AWS_ASSUME_ROLE_PROFILE.fields,
};

const AWS_ROLES_ANYWHERE: AuthFacts = {
  name: 'awsRolesAnywhere',
  anyOf: ['region'],
  sets: { useAWSIAM: 'true' },
  fields: AWS_ROLES_ANYWHERE_PROFILE.fields,
};
