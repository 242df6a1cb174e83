// Generated from catalog/components/secretstores/azure-key-vault.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `secretstores.azure.keyvault` to authenticate.
 */
export class AzureKeyVaultAuth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): AzureKeyVaultAuth {
    return new AzureKeyVaultAuth({ ...AZURE_MANAGED_IDENTITY, type: 'secretstores.azure.keyvault', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): AzureKeyVaultAuth {
    return new AzureKeyVaultAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'secretstores.azure.keyvault', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): AzureKeyVaultAuth {
    return new AzureKeyVaultAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'secretstores.azure.keyvault', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'secretstores.azure.keyvault'>;

  private constructor(auth: AuthProfile<'secretstores.azure.keyvault'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `secretstores.azure.keyvault` v1.
 */
export interface AzureKeyVaultProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AzureKeyVaultAuth;

  /**
   * Key vault to connect to, by the name that starts its host name.
   */
  readonly vaultName: string | MetadataValue;
}

/**
 * Reads secrets from an Azure key vault.
 *
 * The type is `secretstores.azure.keyvault`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/azure-keyvault/
 */
export class AzureKeyVault extends SecretStore {
  constructor(scope: Construct, id: string, props: AzureKeyVaultProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.azure.keyvault',
  version: 'v1',
  auth: { required: false, expected: 'AzureKeyVaultAuth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    vaultName: { is: 'text', required: true, example: 'my-vault' },
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
