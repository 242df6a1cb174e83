// Generated from catalog/components/bindings/azure-cosmos-db.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureCosmosDbAuth.masterKey` takes.
 */
export interface AzureCosmosDbMasterKeyOptions {
  /**
   * Account key of Cosmos DB.
   */
  readonly masterKey: SecretValue;
}

/**
 * A complete way for `bindings.azure.cosmosdb` to authenticate.
 */
export class AzureCosmosDbAuth {
  /**
   * Authenticates with the key of the account.
   *
   * @param options what to authenticate with
   */
  public static masterKey(options: AzureCosmosDbMasterKeyOptions): AzureCosmosDbAuth {
    return new AzureCosmosDbAuth({ ...MASTER_KEY, type: 'bindings.azure.cosmosdb', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): AzureCosmosDbAuth {
    return new AzureCosmosDbAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.azure.cosmosdb', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): AzureCosmosDbAuth {
    return new AzureCosmosDbAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.azure.cosmosdb', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): AzureCosmosDbAuth {
    return new AzureCosmosDbAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.azure.cosmosdb', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.azure.cosmosdb'>;

  private constructor(auth: AuthProfile<'bindings.azure.cosmosdb'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.azure.cosmosdb` v1.
 */
export interface AzureCosmosDbProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AzureCosmosDbAuth;

  /**
   * URL of the Cosmos DB account.
   */
  readonly url: string | MetadataValue;

  /**
   * Name of the database that holds the data.
   */
  readonly database: string | MetadataValue;

  /**
   * Name of the Cosmos DB container that holds the documents.
   */
  readonly collection: string | MetadataValue;

  /**
   * Field of the document that holds the partition key, as set on the container.
   */
  readonly partitionKey: string | MetadataValue;
}

/**
 * Writes documents to an Azure Cosmos DB container (SQL API).
 *
 * The type is `bindings.azure.cosmosdb`, version v1. Dapr calls it stable.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/cosmosdb/
 */
export class AzureCosmosDb extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AzureCosmosDbProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.azure.cosmosdb',
  version: 'v1',
  auth: { required: false, expected: 'AzureCosmosDbAuth.masterKey, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['output'],
  fields: {
    url: { is: 'text', required: true },
    database: { is: 'text', required: true },
    collection: { is: 'text', required: true },
    partitionKey: { is: 'text', required: true },
  },
};

const MASTER_KEY: AuthFacts = {
  name: 'masterKey',
  fields: {
    masterKey: { is: 'secret', required: true },
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
