// Generated from catalog/components/bindings/azure-storage-queues.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureStorageQueuesAuth.accountKey` takes.
 */
export interface AzureStorageQueuesAccountKeyOptions {
  /**
   * Shared key of the Azure storage account.
   */
  readonly accountKey: SecretValue;
}

/**
 * A complete way for `bindings.azure.storagequeues` to authenticate.
 */
export class AzureStorageQueuesAuth {
  /**
   * Authenticates with the key of the storage account.
   *
   * @param options what to authenticate with
   */
  public static accountKey(options: AzureStorageQueuesAccountKeyOptions): AzureStorageQueuesAuth {
    return new AzureStorageQueuesAuth({ ...ACCOUNT_KEY, type: 'bindings.azure.storagequeues', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureManagedIdentityOptions = {}): AzureStorageQueuesAuth {
    return new AzureStorageQueuesAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.azure.storagequeues', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureClientCredentialsOptions): AzureStorageQueuesAuth {
    return new AzureStorageQueuesAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.azure.storagequeues', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureClientCertificateOptions): AzureStorageQueuesAuth {
    return new AzureStorageQueuesAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.azure.storagequeues', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.azure.storagequeues'>;

  private constructor(auth: AuthProfile<'bindings.azure.storagequeues'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.azure.storagequeues` v1.
 */
export interface AzureStorageQueuesProps extends InputBindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AzureStorageQueuesAuth;

  /**
   * Name of the Azure storage account.
   */
  readonly accountName: string | MetadataValue;

  /**
   * Name of the queue to send to and read from.
   */
  readonly queueName: string | MetadataValue;

  /**
   * Base URL of the queue service, for Azurite or a custom domain.
   *
   * @default - not set
   */
  readonly queueEndpoint?: string | MetadataValue;

  /**
   * How often the queue is asked for new messages. At least 0.1 s.
   *
   * @default Duration.seconds(10)
   */
  readonly pollingInterval?: Duration | MetadataValue;

  /**
   * How long messages live unless they say otherwise. Only for the output direction.
   *
   * @default Duration.minutes(10)
   */
  readonly ttl?: Duration | MetadataValue;

  /**
   * Decodes received messages from base64 before the app gets them. Only for the output direction.
   *
   * @default false
   */
  readonly decodeBase64?: boolean | MetadataValue;

  /**
   * Encodes messages as base64 before they are queued. Only for the output direction.
   *
   * @default false
   */
  readonly encodeBase64?: boolean | MetadataValue;

  /**
   * How long a received message stays hidden from other readers. Only for the input direction.
   *
   * @default Duration.seconds(30)
   */
  readonly visibilityTimeout?: Duration | MetadataValue;

  /**
   * How long a new message stays hidden before it can be read. Only for the output direction.
   *
   * @default - not set
   */
  readonly initialVisibilityDelay?: Duration | MetadataValue;
}

/**
 * Sends to an Azure storage queue and triggers the app on its messages.
 *
 * The type is `bindings.azure.storagequeues`, version v1. Dapr calls it stable.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/storagequeues/
 */
export class AzureStorageQueues extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AzureStorageQueuesProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.azure.storagequeues',
  version: 'v1',
  auth: { required: false, expected: 'AzureStorageQueuesAuth.accountKey, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['input', 'output'],
  fields: {
    accountName: { is: 'text', required: true },
    queueName: { is: 'text', required: true },
    queueEndpoint: { is: 'text' },
    pollingInterval: { is: 'duration', min: 100 },
    ttl: { is: 'duration' },
    decodeBase64: { is: 'boolean' },
    encodeBase64: { is: 'boolean' },
    visibilityTimeout: { is: 'duration' },
    initialVisibilityDelay: { is: 'duration' },
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
