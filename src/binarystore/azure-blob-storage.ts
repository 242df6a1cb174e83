// Generated from catalog/components/binarystore/azure-blob-storage.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureBlobStorageAuth.connectionString` takes.
 */
export interface AzureBlobStorageConnectionStringOptions {
  /**
   * PostgreSQL connection string, as key=value pairs or a postgres:// URL.
   */
  readonly connectionString: SecretValue;
}

/**
 * What `AzureBlobStorageAuth.accountKey` takes.
 */
export interface AzureBlobStorageAccountKeyOptions {
  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;

  /**
   * Shared key of the Azure storage account.
   */
  readonly accountKey: SecretValue;
}

/**
 * What `AzureBlobStorageAuth.azureManagedIdentity` takes.
 */
export interface AzureBlobStorageAzureManagedIdentityOptions extends AzureManagedIdentityOptions {
  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;
}

/**
 * What `AzureBlobStorageAuth.azureClientCredentials` takes.
 */
export interface AzureBlobStorageAzureClientCredentialsOptions extends AzureClientCredentialsOptions {
  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;
}

/**
 * What `AzureBlobStorageAuth.azureClientCertificate` takes.
 */
export interface AzureBlobStorageAzureClientCertificateOptions extends AzureClientCertificateOptions {
  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;
}

/**
 * A complete way for `binarystore.azure.blobstorage` to authenticate.
 */
export class AzureBlobStorageAuth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: AzureBlobStorageConnectionStringOptions): AzureBlobStorageAuth {
    return new AzureBlobStorageAuth({ ...CONNECTION_STRING, type: 'binarystore.azure.blobstorage', values: { ...options } });
  }

  /**
   * Authenticates with the key of the storage account.
   *
   * @param options what to authenticate with
   */
  public static accountKey(options: AzureBlobStorageAccountKeyOptions): AzureBlobStorageAuth {
    return new AzureBlobStorageAuth({ ...ACCOUNT_KEY, type: 'binarystore.azure.blobstorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureBlobStorageAzureManagedIdentityOptions): AzureBlobStorageAuth {
    return new AzureBlobStorageAuth({ ...AZURE_MANAGED_IDENTITY, type: 'binarystore.azure.blobstorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureBlobStorageAzureClientCredentialsOptions): AzureBlobStorageAuth {
    return new AzureBlobStorageAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'binarystore.azure.blobstorage', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureBlobStorageAzureClientCertificateOptions): AzureBlobStorageAuth {
    return new AzureBlobStorageAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'binarystore.azure.blobstorage', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'binarystore.azure.blobstorage'>;

  private constructor(auth: AuthProfile<'binarystore.azure.blobstorage'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `binarystore.azure.blobstorage` v1.
 */
export interface AzureBlobStorageProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AzureBlobStorageAuth;

  /**
   * Name of the blob container; created when missing.
   */
  readonly containerName: string | MetadataValue;

  /**
   * How often a failed request to the blob service is tried again. At least 0.
   *
   * @default 3
   */
  readonly retryCount?: number | MetadataValue;

  /**
   * Expects queues and subscriptions to exist, and does not create them.
   *
   * @default false
   */
  readonly disableEntityManagement?: boolean | MetadataValue;
}

/**
 * Keeps files in an Azure Blob Storage container.
 *
 * The type is `binarystore.azure.blobstorage`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-binarystores/
 */
export class AzureBlobStorage extends Component {
  constructor(scope: Construct, id: string, props: AzureBlobStorageProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'binarystore.azure.blobstorage',
  version: 'v1',
  since: '1.19',
  auth: { required: true, expected: 'AzureBlobStorageAuth.connectionString, .accountKey, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    containerName: { is: 'text', required: true },
    retryCount: { is: 'integer', min: 0 },
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
    accountName: { is: 'text', required: true },
    accountKey: { is: 'secret', required: true },
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
