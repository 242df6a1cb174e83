// Generated from catalog/components/state/sql-server-v1.yaml by `npm run generate`; do not edit.
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
export enum SqlServerV1KeyType {
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
export class SqlServerV1Auth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): SqlServerV1Auth {
    return new SqlServerV1Auth({ ...AZURE_MANAGED_IDENTITY, type: 'state.sqlserver', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): SqlServerV1Auth {
    return new SqlServerV1Auth({ ...AZURE_CLIENT_CREDENTIALS, type: 'state.sqlserver', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): SqlServerV1Auth {
    return new SqlServerV1Auth({ ...AZURE_CLIENT_CERTIFICATE, type: 'state.sqlserver', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.sqlserver'>;

  private constructor(auth: AuthProfile<'state.sqlserver'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.sqlserver` v1.
 */
export interface SqlServerV1Props extends TransactionalStateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: SqlServerV1Auth;

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
   * @default SqlServerV1KeyType.STRING
   */
  readonly keyType?: SqlServerV1KeyType | MetadataValue;

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
   * SQL Server connection string, as ADO key=value pairs or a sqlserver:// URL.
   */
  readonly connectionString: SecretValue;
}

/**
 * Keeps state in a SQL Server or Azure SQL table.
 *
 * The type is `state.sqlserver`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-sqlserver/
 */
export class SqlServerV1 extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: SqlServerV1Props) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.sqlserver',
  version: 'v1',
  auth: { required: false, expected: 'SqlServerV1Auth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    tableName: { is: 'text' },
    metadataTableName: { is: 'text' },
    schemaName: { is: 'text' },
    keyType: { is: 'enum', of: ['string', 'uuid', 'integer'] },
    keyLength: { is: 'integer' },
    indexedProperties: { is: 'text' },
    cleanupInterval: { is: 'duration' },
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
