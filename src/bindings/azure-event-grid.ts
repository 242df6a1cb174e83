// Generated from catalog/components/bindings/azure-event-grid.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `bindings.azure.eventgrid` to authenticate.
 */
export class AzureEventGridAuth {
  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): AzureEventGridAuth {
    return new AzureEventGridAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.azure.eventgrid', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): AzureEventGridAuth {
    return new AzureEventGridAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.azure.eventgrid', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): AzureEventGridAuth {
    return new AzureEventGridAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.azure.eventgrid', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.azure.eventgrid'>;

  private constructor(auth: AuthProfile<'bindings.azure.eventgrid'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.azure.eventgrid` v1.
 */
export interface AzureEventGridProps extends InputBindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AzureEventGridAuth;

  /**
   * Public https URL of the webhook that Event Grid posts events to. Only for the input direction.
   *
   * @default - not set
   */
  readonly subscriberEndpoint?: string | MetadataValue;

  /**
   * Port on which the sidecar listens for Event Grid webhook calls. Only for the input direction.
   *
   * @default - not set
   */
  readonly handshakePort?: number | MetadataValue;

  /**
   * Azure resource whose events are subscribed to, as a resource ID such as /subscriptions/... Only for the input direction.
   *
   * @default - not set
   */
  readonly scope?: string | MetadataValue;

  /**
   * Name of the Event Grid subscription to create, 3 to 64 letters and digits. Only for the input direction.
   *
   * @default - not set
   */
  readonly eventSubscriptionName?: string | MetadataValue;

  /**
   * Key of the Event Grid topic that output events go to. Only for the output direction.
   *
   * @default - not set
   */
  readonly accessKey?: SecretValue;

  /**
   * URL of the Event Grid topic that output events go to. Only for the output direction.
   *
   * @default - not set
   */
  readonly topicEndpoint?: string | MetadataValue;
}

/**
 * Publishes events to an Azure Event Grid topic and triggers the app on subscribed ones.
 *
 * The type is `bindings.azure.eventgrid`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/eventgrid/
 */
export class AzureEventGrid extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AzureEventGridProps = {}) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.azure.eventgrid',
  version: 'v1',
  auth: { required: false, expected: 'AzureEventGridAuth.azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['input', 'output'],
  fields: {
    subscriberEndpoint: { is: 'text' },
    handshakePort: { is: 'integer' },
    scope: { is: 'text' },
    eventSubscriptionName: { is: 'text' },
    accessKey: { is: 'secret' },
    topicEndpoint: { is: 'text' },
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
