// Generated from catalog/components/bindings/azure-open-ai.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureOpenAiAuth.apiKey` takes.
 */
export interface AzureOpenAiApiKeyOptions {
  /**
   * API key of the Azure OpenAI resource.
   */
  readonly apiKey: SecretValue;
}

/**
 * A complete way for `bindings.azure.openai` to authenticate.
 */
export class AzureOpenAiAuth {
  /**
   * Authenticates with an API key.
   *
   * @param options what to authenticate with
   */
  public static apiKey(options: AzureOpenAiApiKeyOptions): AzureOpenAiAuth {
    return new AzureOpenAiAuth({ ...API_KEY, type: 'bindings.azure.openai', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): AzureOpenAiAuth {
    return new AzureOpenAiAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.azure.openai', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): AzureOpenAiAuth {
    return new AzureOpenAiAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.azure.openai', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): AzureOpenAiAuth {
    return new AzureOpenAiAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.azure.openai', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.azure.openai'>;

  private constructor(auth: AuthProfile<'bindings.azure.openai'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.azure.openai` v1.
 */
export interface AzureOpenAiProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AzureOpenAiAuth;

  /**
   * Base URL of the Azure OpenAI resource, as https://name.openai.azure.com.
   */
  readonly endpoint: string | MetadataValue;
}

/**
 * Asks models of Azure OpenAI for completions, chats and embeddings.
 *
 * The type is `bindings.azure.openai`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: completion, chat-completion.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/azure-openai/
 */
export class AzureOpenAi extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AzureOpenAiProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.azure.openai',
  version: 'v1',
  auth: { required: false, expected: 'AzureOpenAiAuth.apiKey, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['output'],
  fields: {
    endpoint: { is: 'text', required: true },
  },
};

const API_KEY: AuthFacts = {
  name: 'apiKey',
  fields: {
    apiKey: { is: 'secret', required: true },
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
