// Generated from catalog/components/state/azure-blob-storage-v1.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `publicAccessLevel`.
 */
export enum AzureBlobStorageV1PublicAccessLevel {
  /** Writes `none`. */
  NONE = 'none',
  /** Writes `blob`. */
  BLOB = 'blob',
  /** Writes `container`. */
  CONTAINER = 'container',
}

/**
 * What `AzureBlobStorageV1Auth.connectionString` takes.
 */
export interface AzureBlobStorageV1ConnectionStringOptions {
  /**
   * Connection string of the Azure storage account.
   */
  readonly connectionString: SecretValue;
}

/**
 * What `AzureBlobStorageV1Auth.accountKey` takes.
 */
export interface AzureBlobStorageV1AccountKeyOptions {
  /**
   * Shared key of the Azure storage account.
   */
  readonly accountKey: SecretValue;

  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;
}

/**
 * What `AzureBlobStorageV1Auth.azureManagedIdentity` takes.
 */
export interface AzureBlobStorageV1AzureManagedIdentityOptions extends AzureManagedIdentityOptions {
  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;
}

/**
 * What `AzureBlobStorageV1Auth.azureClientCredentials` takes.
 */
export interface AzureBlobStorageV1AzureClientCredentialsOptions extends AzureClientCredentialsOptions {
  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;
}

/**
 * What `AzureBlobStorageV1Auth.azureClientCertificate` takes.
 */
export interface AzureBlobStorageV1AzureClientCertificateOptions extends AzureClientCertificateOptions {
  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;
}

/**
 * A complete way for `state.azure.blobstorage` to authenticate.
 */
export class AzureBlobStorageV1Auth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: AzureBlobStorageV1ConnectionStringOptions): AzureBlobStorageV1Auth {
    return new AzureBlobStorageV1Auth({ ...CONNECTION_STRING, type: 'state.azure.blobstorage', values: { ...options } });
  }

  /**
   * Authenticates with the key of the storage account.
   *
   * @param options what to authenticate with
   */
  public static accountKey(options: AzureBlobStorageV1AccountKeyOptions): AzureBlobStorageV1Auth {
    return new AzureBlobStorageV1Auth({ ...ACCOUNT_KEY, type: 'state.azure.blobstorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureBlobStorageV1AzureManagedIdentityOptions): AzureBlobStorageV1Auth {
    return new AzureBlobStorageV1Auth({ ...AZURE_MANAGED_IDENTITY, type: 'state.azure.blobstorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureBlobStorageV1AzureClientCredentialsOptions): AzureBlobStorageV1Auth {
    return new AzureBlobStorageV1Auth({ ...AZURE_CLIENT_CREDENTIALS, type: 'state.azure.blobstorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureBlobStorageV1AzureClientCertificateOptions): AzureBlobStorageV1Auth {
    return new AzureBlobStorageV1Auth({ ...AZURE_CLIENT_CERTIFICATE, type: 'state.azure.blobstorage', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.azure.blobstorage'>;

  private constructor(auth: AuthProfile<'state.azure.blobstorage'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.azure.blobstorage` v1.
 */
export interface AzureBlobStorageV1Props extends StateStoreOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AzureBlobStorageV1Auth;

  /**
   * Name of the blob container; created when missing.
   */
  readonly containerName: string | MetadataValue;

  /**
   * Who may read without credentials: none, blob (single blobs) or container (also lists).
   *
   * @default AzureBlobStorageV1PublicAccessLevel.NONE
   */
  readonly publicAccessLevel?: AzureBlobStorageV1PublicAccessLevel | MetadataValue;

  /**
   * Base URL of the blob service, for Azurite or a custom domain.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * How often a failed request to the blob service is tried again.
   *
   * @default 3
   */
  readonly retryCount?: number | MetadataValue;

  /**
   * Expects the container to exist, and does not create it.
   *
   * @default false
   */
  readonly disableEntityManagement?: boolean | MetadataValue;
}

/**
 * Keeps state in Azure Blob Storage, in blobs named by the key without its app prefix.
 *
 * The type is `state.azure.blobstorage`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-azure-blobstorage/
 */
export class AzureBlobStorageV1 extends StateStore {
  constructor(scope: Construct, id: string, props: AzureBlobStorageV1Props) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.azure.blobstorage',
  version: 'v1',
  auth: { required: true, expected: 'AzureBlobStorageV1Auth.connectionString, .accountKey, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    containerName: { is: 'text', required: true, example: 'orders' },
    publicAccessLevel: { is: 'enum', of: ['none', 'blob', 'container'] },
    endpoint: { is: 'text' },
    retryCount: { is: 'integer' },
    disableEntityManagement: { is: 'boolean' },
  },
};

const CONNECTION_STRING: AuthFacts = {
  name: 'connectionString',
  fields: {
    connectionString: { is: 'secret', required: true },
  },
};

const ACCOUNT_KEY: AuthFacts = {
  name: 'accountKey',
  fields: {
    accountKey: { is: 'secret', required: true },
    accountName: { is: 'text', required: true },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  fields: { ...AZURE_MANAGED_IDENTITY_PROFILE.fields, ...{
    accountName: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CREDENTIALS_PROFILE.fields, ...{
    accountName: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CERTIFICATE_PROFILE.fields, ...{
    accountName: { is: 'text', required: true },
  } },
};
