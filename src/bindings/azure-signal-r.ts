// Generated from catalog/components/bindings/azure-signal-r.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureSignalRAuth.connectionString` takes.
 */
export interface AzureSignalRConnectionStringOptions {
  /**
   * Connection string of the SignalR service.
   */
  readonly connectionString: SecretValue;

  /**
   * URL of the SignalR service, where the connection string does not carry it.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;
}

/**
 * What `AzureSignalRAuth.accessKey` takes.
 */
export interface AzureSignalRAccessKeyOptions {
  /**
   * Key of the SignalR service, where the connection string does not carry it.
   */
  readonly accessKey: SecretValue;

  /**
   * URL of the SignalR service, where the connection string does not carry it.
   */
  readonly endpoint: string | MetadataValue;
}

/**
 * What `AzureSignalRAuth.connectionStringWithEntraId` takes.
 */
export interface AzureSignalRConnectionStringWithEntraIdOptions {
  /**
   * Connection string of the SignalR service.
   */
  readonly connectionString: SecretValue;

  /**
   * URL of the SignalR service, where the connection string does not carry it.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;
}

/**
 * What `AzureSignalRAuth.azureManagedIdentity` takes.
 */
export interface AzureSignalRAzureManagedIdentityOptions extends AzureManagedIdentityOptions {
  /**
   * URL of the SignalR service, where the connection string does not carry it.
   */
  readonly endpoint: string | MetadataValue;
}

/**
 * What `AzureSignalRAuth.azureClientCredentials` takes.
 */
export interface AzureSignalRAzureClientCredentialsOptions extends AzureClientCredentialsOptions {
  /**
   * URL of the SignalR service, where the connection string does not carry it.
   */
  readonly endpoint: string | MetadataValue;
}

/**
 * What `AzureSignalRAuth.azureClientCertificate` takes.
 */
export interface AzureSignalRAzureClientCertificateOptions extends AzureClientCertificateOptions {
  /**
   * URL of the SignalR service, where the connection string does not carry it.
   */
  readonly endpoint: string | MetadataValue;
}

/**
 * A complete way for `bindings.azure.signalr` to authenticate.
 */
export class AzureSignalRAuth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: AzureSignalRConnectionStringOptions): AzureSignalRAuth {
    return new AzureSignalRAuth({ ...CONNECTION_STRING, type: 'bindings.azure.signalr', values: { ...options } });
  }

  /**
   * Authenticates with an access key.
   *
   * @param options what to authenticate with
   */
  public static accessKey(options: AzureSignalRAccessKeyOptions): AzureSignalRAuth {
    return new AzureSignalRAuth({ ...ACCESS_KEY, type: 'bindings.azure.signalr', values: { ...options } });
  }

  /**
   * Authenticates with Microsoft Entra ID, with the endpoint from a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionStringWithEntraId(options: AzureSignalRConnectionStringWithEntraIdOptions): AzureSignalRAuth {
    return new AzureSignalRAuth({ ...CONNECTION_STRING_WITH_ENTRA_ID, type: 'bindings.azure.signalr', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureSignalRAzureManagedIdentityOptions): AzureSignalRAuth {
    return new AzureSignalRAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.azure.signalr', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureSignalRAzureClientCredentialsOptions): AzureSignalRAuth {
    return new AzureSignalRAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.azure.signalr', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureSignalRAzureClientCertificateOptions): AzureSignalRAuth {
    return new AzureSignalRAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.azure.signalr', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.azure.signalr'>;

  private constructor(auth: AuthProfile<'bindings.azure.signalr'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.azure.signalr` v1.
 */
export interface AzureSignalRProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AzureSignalRAuth;

  /**
   * SignalR hub that messages go to, unless the request names one.
   *
   * @default - not set
   */
  readonly hub?: string | MetadataValue;
}

/**
 * Sends real-time messages to clients of an Azure SignalR hub.
 *
 * The type is `bindings.azure.signalr`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create, clientNegotiate.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/signalr/
 */
export class AzureSignalR extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AzureSignalRProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.azure.signalr',
  version: 'v1',
  auth: { required: true, expected: 'AzureSignalRAuth.connectionString, .accessKey, .connectionStringWithEntraId, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['output'],
  fields: {
    hub: { is: 'text' },
  },
};

const CONNECTION_STRING: AuthFacts = {
  name: 'connectionString',
  fields: {
    connectionString: { is: 'secret', required: true },
    endpoint: { is: 'text' },
  },
};

const ACCESS_KEY: AuthFacts = {
  name: 'accessKey',
  fields: {
    accessKey: { is: 'secret', required: true },
    endpoint: { is: 'text', required: true },
  },
};

const CONNECTION_STRING_WITH_ENTRA_ID: AuthFacts = {
  name: 'connectionStringWithEntraId',
  fields: {
    connectionString: { is: 'secret', required: true },
    endpoint: { is: 'text' },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  fields: { ...AZURE_MANAGED_IDENTITY_PROFILE.fields, ...{
    endpoint: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CREDENTIALS_PROFILE.fields, ...{
    endpoint: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CERTIFICATE_PROFILE.fields, ...{
    endpoint: { is: 'text', required: true },
  } },
};
