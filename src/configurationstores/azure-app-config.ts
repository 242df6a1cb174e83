// Generated from catalog/components/configuration/azure-app-config.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureAppConfigAuth.connectionString` takes.
 */
export interface AzureAppConfigConnectionStringOptions {
  /**
   * Connection string of the App Configuration store.
   */
  readonly connectionString: SecretValue;
}

/**
 * What `AzureAppConfigAuth.azureManagedIdentity` takes.
 */
export interface AzureAppConfigAzureManagedIdentityOptions extends AzureManagedIdentityOptions {
  /**
   * URL of the App Configuration store, for access through Entra ID.
   */
  readonly host: string | MetadataValue;
}

/**
 * What `AzureAppConfigAuth.azureClientCredentials` takes.
 */
export interface AzureAppConfigAzureClientCredentialsOptions extends AzureClientCredentialsOptions {
  /**
   * URL of the App Configuration store, for access through Entra ID.
   */
  readonly host: string | MetadataValue;
}

/**
 * What `AzureAppConfigAuth.azureClientCertificate` takes.
 */
export interface AzureAppConfigAzureClientCertificateOptions extends AzureClientCertificateOptions {
  /**
   * URL of the App Configuration store, for access through Entra ID.
   */
  readonly host: string | MetadataValue;
}

/**
 * A complete way for `configuration.azure.appconfig` to authenticate.
 */
export class AzureAppConfigAuth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: AzureAppConfigConnectionStringOptions): AzureAppConfigAuth {
    return new AzureAppConfigAuth({ ...CONNECTION_STRING, type: 'configuration.azure.appconfig', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureAppConfigAzureManagedIdentityOptions): AzureAppConfigAuth {
    return new AzureAppConfigAuth({ ...AZURE_MANAGED_IDENTITY, type: 'configuration.azure.appconfig', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureAppConfigAzureClientCredentialsOptions): AzureAppConfigAuth {
    return new AzureAppConfigAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'configuration.azure.appconfig', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureAppConfigAzureClientCertificateOptions): AzureAppConfigAuth {
    return new AzureAppConfigAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'configuration.azure.appconfig', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'configuration.azure.appconfig'>;

  private constructor(auth: AuthProfile<'configuration.azure.appconfig'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `configuration.azure.appconfig` v1.
 */
export interface AzureAppConfigProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AzureAppConfigAuth;

  /**
   * How often a failed call is tried again.
   *
   * @default 3
   */
  readonly maxRetries?: number | MetadataValue;

  /**
   * First wait before a failed call is tried again; doubles with each try.
   *
   * @default Duration.seconds(4)
   */
  readonly retryDelay?: Duration | MetadataValue;

  /**
   * Longest wait between two tries of a call.
   *
   * @default Duration.minutes(2)
   */
  readonly maxRetryDelay?: Duration | MetadataValue;

  /**
   * How often subscribed keys are checked for changes.
   *
   * @default Duration.hours(24)
   */
  readonly subscribePollInterval?: Duration | MetadataValue;

  /**
   * How long a call to the store may take.
   *
   * @default Duration.seconds(15)
   */
  readonly requesttimeout?: Duration | MetadataValue;
}

/**
 * Reads configuration items from Azure App Configuration.
 *
 * The type is `configuration.azure.appconfig`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-configuration-stores/azure-appconfig-configuration-store/
 */
export class AzureAppConfig extends Component {
  constructor(scope: Construct, id: string, props: AzureAppConfigProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'configuration.azure.appconfig',
  version: 'v1',
  auth: { required: true, expected: 'AzureAppConfigAuth.connectionString, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    maxRetries: { is: 'integer' },
    retryDelay: { is: 'duration' },
    maxRetryDelay: { is: 'duration' },
    subscribePollInterval: { is: 'duration' },
    requesttimeout: { is: 'duration' },
  },
};

const CONNECTION_STRING: AuthFacts = {
  name: 'connectionString',
  fields: {
    connectionString: { is: 'secret', required: true },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  fields: { ...AZURE_MANAGED_IDENTITY_PROFILE.fields, ...{
    host: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CREDENTIALS_PROFILE.fields, ...{
    host: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CERTIFICATE_PROFILE.fields, ...{
    host: { is: 'text', required: true },
  } },
};
