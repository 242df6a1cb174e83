// Generated from catalog/components/bindings/azure-event-hubs.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureEventHubsAuth.connectionString` takes.
 */
export interface AzureEventHubsConnectionStringOptions {
  /**
   * Connection string of the event hub or of its namespace.
   */
  readonly connectionString: SecretValue;

  /**
   * Name of the event hub, where the connection string has no EntityPath.
   *
   * @default - not set
   */
  readonly eventHub?: string | MetadataValue;
}

/**
 * What `AzureEventHubsAuth.azureManagedIdentity` takes.
 */
export interface AzureEventHubsAzureManagedIdentityOptions extends AzureManagedIdentityOptions {
  /**
   * Host name of the Event Hubs namespace, for access through Entra ID.
   */
  readonly eventHubNamespace: string | MetadataValue;

  /**
   * Name of the event hub, where the connection string has no EntityPath.
   */
  readonly eventHub: string | MetadataValue;

  /**
   * Creates missing event hubs and consumer groups.
   *
   * @default false
   */
  readonly enableEntityManagement?: boolean | MetadataValue;

  /**
   * Handles the messages of each partition in the order they were sent.
   *
   * @default false
   */
  readonly enableInOrderMessageDelivery?: boolean | MetadataValue;

  /**
   * Azure resource group of the Event Hubs namespace, for creating event hubs.
   *
   * @default - not set
   */
  readonly resourceGroupName?: string | MetadataValue;

  /**
   * ID of the Azure subscription of the namespace, for creating event hubs. Only for the input direction.
   *
   * @default - not set
   */
  readonly subscriptionId?: string | MetadataValue;

  /**
   * Number of days that messages are kept in event hubs that Dapr creates.
   *
   * @default 1
   */
  readonly messageRetentionInDays?: number | MetadataValue;

  /**
   * Number of partitions of event hubs that Dapr creates.
   *
   * @default 1
   */
  readonly partitionCount?: number | MetadataValue;
}

/**
 * What `AzureEventHubsAuth.azureClientCredentials` takes.
 */
export interface AzureEventHubsAzureClientCredentialsOptions extends AzureClientCredentialsOptions {
  /**
   * Host name of the Event Hubs namespace, for access through Entra ID.
   */
  readonly eventHubNamespace: string | MetadataValue;

  /**
   * Name of the event hub, where the connection string has no EntityPath.
   */
  readonly eventHub: string | MetadataValue;

  /**
   * Creates missing event hubs and consumer groups.
   *
   * @default false
   */
  readonly enableEntityManagement?: boolean | MetadataValue;

  /**
   * Handles the messages of each partition in the order they were sent.
   *
   * @default false
   */
  readonly enableInOrderMessageDelivery?: boolean | MetadataValue;

  /**
   * Azure resource group of the Event Hubs namespace, for creating event hubs.
   *
   * @default - not set
   */
  readonly resourceGroupName?: string | MetadataValue;

  /**
   * ID of the Azure subscription of the namespace, for creating event hubs. Only for the input direction.
   *
   * @default - not set
   */
  readonly subscriptionId?: string | MetadataValue;

  /**
   * Number of days that messages are kept in event hubs that Dapr creates.
   *
   * @default 1
   */
  readonly messageRetentionInDays?: number | MetadataValue;

  /**
   * Number of partitions of event hubs that Dapr creates.
   *
   * @default 1
   */
  readonly partitionCount?: number | MetadataValue;
}

/**
 * What `AzureEventHubsAuth.azureClientCertificate` takes.
 */
export interface AzureEventHubsAzureClientCertificateOptions extends AzureClientCertificateOptions {
  /**
   * Host name of the Event Hubs namespace, for access through Entra ID.
   */
  readonly eventHubNamespace: string | MetadataValue;

  /**
   * Name of the event hub, where the connection string has no EntityPath.
   */
  readonly eventHub: string | MetadataValue;

  /**
   * Creates missing event hubs and consumer groups.
   *
   * @default false
   */
  readonly enableEntityManagement?: boolean | MetadataValue;

  /**
   * Handles the messages of each partition in the order they were sent.
   *
   * @default false
   */
  readonly enableInOrderMessageDelivery?: boolean | MetadataValue;

  /**
   * Azure resource group of the Event Hubs namespace, for creating event hubs.
   *
   * @default - not set
   */
  readonly resourceGroupName?: string | MetadataValue;

  /**
   * ID of the Azure subscription of the namespace, for creating event hubs. Only for the input direction.
   *
   * @default - not set
   */
  readonly subscriptionId?: string | MetadataValue;

  /**
   * Number of days that messages are kept in event hubs that Dapr creates.
   *
   * @default 1
   */
  readonly messageRetentionInDays?: number | MetadataValue;

  /**
   * Number of partitions of event hubs that Dapr creates.
   *
   * @default 1
   */
  readonly partitionCount?: number | MetadataValue;
}

/**
 * A complete way for `bindings.azure.eventhubs` to authenticate.
 */
export class AzureEventHubsAuth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: AzureEventHubsConnectionStringOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...CONNECTION_STRING, type: 'bindings.azure.eventhubs', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureEventHubsAzureManagedIdentityOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...AZURE_MANAGED_IDENTITY, type: 'bindings.azure.eventhubs', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureEventHubsAzureClientCredentialsOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'bindings.azure.eventhubs', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureEventHubsAzureClientCertificateOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'bindings.azure.eventhubs', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.azure.eventhubs'>;

  private constructor(auth: AuthProfile<'bindings.azure.eventhubs'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.azure.eventhubs` v1.
 */
export interface AzureEventHubsProps extends InputBindingOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AzureEventHubsAuth;

  /**
   * Event Hubs consumer group to read as. Only for the input direction.
   *
   * @default - not set
   */
  readonly consumerID?: string | MetadataValue;

  /**
   * Event Hubs consumer group to read as; same as consumerID. Only for the input direction.
   *
   * @default - not set
   * @deprecated by Dapr
   */
  readonly consumerGroup?: string | MetadataValue;

  /**
   * Key of the storage account that keeps the read positions. Only for the input direction.
   *
   * @default - not set
   */
  readonly storageAccountKey?: SecretValue;

  /**
   * Connection string of the storage account that keeps the read positions; wins over its key. Only for the input direction.
   *
   * @default - not set
   */
  readonly storageConnectionString?: SecretValue;

  /**
   * Name of the storage account that keeps the read positions. Only for the input direction.
   *
   * @default - not set
   */
  readonly storageAccountName?: string | MetadataValue;

  /**
   * Blob container that keeps the read positions. Only for the input direction.
   *
   * @default - not set
   */
  readonly storageContainerName?: string | MetadataValue;

  /**
   * Passes all properties of a message to the app as metadata. Only for the input direction.
   *
   * @default false
   */
  readonly allMessageProperties?: boolean | MetadataValue;

  /**
   * Largest number of messages handled side by side; 0 sets no limit. At least 1. Since Dapr 1.19.
   *
   * @default 100
   */
  readonly maxConcurrentHandlers?: number | MetadataValue;
}

/**
 * Sends to an Azure event hub and triggers the app on its events.
 *
 * The type is `bindings.azure.eventhubs`, version v1. Dapr calls it stable.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/eventhubs/
 */
export class AzureEventHubs extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AzureEventHubsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.azure.eventhubs',
  version: 'v1',
  auth: { required: true, expected: 'AzureEventHubsAuth.connectionString, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  directions: ['input', 'output'],
  fields: {
    consumerID: { is: 'text' },
    consumerGroup: { is: 'text' },
    storageAccountKey: { is: 'secret' },
    storageConnectionString: { is: 'secret' },
    storageAccountName: { is: 'text' },
    storageContainerName: { is: 'text' },
    allMessageProperties: { is: 'boolean', wire: 'getAllMessageProperties' },
    maxConcurrentHandlers: { is: 'integer', min: 1, since: '1.19' },
  },
};

const CONNECTION_STRING: AuthFacts = {
  name: 'connectionString',
  fields: {
    connectionString: { is: 'secret', required: true },
    eventHub: { is: 'text' },
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  fields: { ...AZURE_MANAGED_IDENTITY_PROFILE.fields, ...{
    eventHubNamespace: { is: 'text', required: true },
    eventHub: { is: 'text', required: true },
    enableEntityManagement: { is: 'boolean' },
    enableInOrderMessageDelivery: { is: 'boolean' },
    resourceGroupName: { is: 'text' },
    subscriptionId: { is: 'text' },
    messageRetentionInDays: { is: 'integer' },
    partitionCount: { is: 'integer' },
  } },
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CREDENTIALS_PROFILE.fields, ...{
    eventHubNamespace: { is: 'text', required: true },
    eventHub: { is: 'text', required: true },
    enableEntityManagement: { is: 'boolean' },
    enableInOrderMessageDelivery: { is: 'boolean' },
    resourceGroupName: { is: 'text' },
    subscriptionId: { is: 'text' },
    messageRetentionInDays: { is: 'integer' },
    partitionCount: { is: 'integer' },
  } },
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CERTIFICATE_PROFILE.fields, ...{
    eventHubNamespace: { is: 'text', required: true },
    eventHub: { is: 'text', required: true },
    enableEntityManagement: { is: 'boolean' },
    enableInOrderMessageDelivery: { is: 'boolean' },
    resourceGroupName: { is: 'text' },
    subscriptionId: { is: 'text' },
    messageRetentionInDays: { is: 'integer' },
    partitionCount: { is: 'integer' },
  } },
};
