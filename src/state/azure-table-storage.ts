// Generated from catalog/components/state/azure-table-storage.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureTableStorageAuth.accountKey` takes.
 */
export interface AzureTableStorageAccountKeyOptions {
  /**
   * Shared key of the Azure storage account or of the Cosmos DB account (Table API).
   */
  readonly accountKey: SecretValue;
}

/**
 * A complete way for `state.azure.tablestorage` to authenticate.
 */
export class AzureTableStorageAuth {
  /**
   * Authenticates with the key of the storage account.
   *
   * @param options what to authenticate with
   */
  public static accountKey(options: AzureTableStorageAccountKeyOptions): AzureTableStorageAuth {
    return new AzureTableStorageAuth({ ...ACCOUNT_KEY, type: 'state.azure.tablestorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): AzureTableStorageAuth {
    return new AzureTableStorageAuth({ ...AZURE_MANAGED_IDENTITY, type: 'state.azure.tablestorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): AzureTableStorageAuth {
    return new AzureTableStorageAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'state.azure.tablestorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): AzureTableStorageAuth {
    return new AzureTableStorageAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'state.azure.tablestorage', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.azure.tablestorage'>;

  private constructor(auth: AuthProfile<'state.azure.tablestorage'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.azure.tablestorage` v1.
 */
export interface AzureTableStorageProps extends StateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AzureTableStorageAuth;

  /**
   * Name of the Azure storage account or of the Cosmos DB account (Table API).
   */
  readonly accountName: string | MetadataValue;

  /**
   * Name of the table that holds the state; created when missing.
   */
  readonly tableName: string | MetadataValue;

  /**
   * Connects to the Table API of Cosmos DB instead of an Azure storage account.
   *
   * @default false
   */
  readonly cosmosDbMode?: boolean | MetadataValue;

  /**
   * Full URL of the table service, for clouds other than public Azure.
   *
   * @default - not set
   */
  readonly serviceURL?: string | MetadataValue;

  /**
   * Expects the table to exist, and does not create it.
   *
   * @default false
   */
  readonly skipCreateTable?: boolean | MetadataValue;
}

/**
 * Keeps state in Azure Table Storage or the Table API of Cosmos DB.
 *
 * The type is `state.azure.tablestorage`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-azure-tablestorage/
 */
export class AzureTableStorage extends StateStore {
  constructor(scope: Construct, id: string, props: AzureTableStorageProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.azure.tablestorage',
  version: 'v1',
  auth: { required: false, expected: 'AzureTableStorageAuth.accountKey, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    accountName: { is: 'text', required: true },
    tableName: { is: 'text', required: true, example: 'orders' },
    cosmosDbMode: { is: 'boolean' },
    serviceURL: { is: 'text' },
    skipCreateTable: { is: 'boolean' },
  },
};

const ACCOUNT_KEY: AuthFacts = {
  name: 'accountKey',
  fields: {
    accountKey: { is: 'secret', required: true },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  fields: AZURE_MANAGED_IDENTITY_PROFILE.fields,
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  fields: AZURE_CLIENT_CREDENTIALS_PROFILE.fields,
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  fields: AZURE_CLIENT_CERTIFICATE_PROFILE.fields,
};
