// Generated from catalog/components/state/sql-server.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `keyType`.
 */
export enum SqlServerKeyType {
  /** Writes `string`. */
  STRING = 'string',
  /** Writes `uuid`. */
  UUID = 'uuid',
  /** Writes `integer`. */
  INTEGER = 'integer',
}

/**
 * A complete way for `state.sqlserver` to authenticate.
 */
export class SqlServerAuth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): SqlServerAuth {
    return new SqlServerAuth({ ...AZURE_MANAGED_IDENTITY, type: 'state.sqlserver', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): SqlServerAuth {
    return new SqlServerAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'state.sqlserver', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): SqlServerAuth {
    return new SqlServerAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'state.sqlserver', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.sqlserver'>;

  private constructor(auth: AuthProfile<'state.sqlserver'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.sqlserver` v2.
 */
export interface SqlServerProps extends TransactionalStateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: SqlServerAuth;

  /**
   * Name of the table that holds the state.
   *
   * @default 'state'
   */
  readonly tableName?: string | MetadataValue;

  /**
   * Table where Dapr keeps its own data, such as the schema version.
   *
   * @default 'dapr_metadata'
   */
  readonly metadataTableName?: string | MetadataValue;

  /**
   * SQL Server schema that the tables are in.
   *
   * @default 'dbo'
   */
  readonly schemaName?: string | MetadataValue;

  /**
   * Type of the key column: string, uuid or integer.
   *
   * @default SqlServerKeyType.STRING
   */
  readonly keyType?: SqlServerKeyType | MetadataValue;

  /**
   * Length of the key column, for keys of type string.
   *
   * @default 200
   */
  readonly keyLength?: number | MetadataValue;

  /**
   * Properties of the saved JSON to index, as a JSON array of column, property and type.
   *
   * @default - not set
   */
  readonly indexedProperties?: string | MetadataValue;

  /**
   * How often rows past their TTL are deleted, in seconds if bare; zero or less turns this off.
   *
   * @default Duration.hours(1)
   */
  readonly cleanupInterval?: Duration | MetadataValue;

  /**
   * Number of keys that one SQL query of a bulk read asks for; more keys take several queries.
   *
   * @default 1000
   */
  readonly bulkGetChunkSize?: number | MetadataValue;

  /**
   * SQL Server connection string, as ADO key=value pairs or a sqlserver:// URL.
   */
  readonly connectionString: SecretValue;
}

/**
 * Keeps state in a SQL Server or Azure SQL table, binary values as they are.
 *
 * The type is `state.sqlserver`, version v2. Dapr calls it stable.
 * It needs Dapr 1.17.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-sqlserver/
 */
export class SqlServer extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: SqlServerProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.sqlserver',
  version: 'v2',
  since: '1.17',
  auth: { required: false, expected: 'SqlServerAuth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    tableName: { is: 'text' },
    metadataTableName: { is: 'text' },
    schemaName: { is: 'text' },
    keyType: { is: 'enum', of: ['string', 'uuid', 'integer'] },
    keyLength: { is: 'integer' },
    indexedProperties: { is: 'text' },
    cleanupInterval: { is: 'duration' },
    bulkGetChunkSize: { is: 'integer' },
    connectionString: { is: 'secret', required: true },
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
