// Generated from catalog/components/pubsub/azure-event-hubs.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { IBulkPubSub, PubSub, PubSubOptions } from '../pub-sub';
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
   * ID of the Azure subscription of the namespace, for creating event hubs.
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
   * ID of the Azure subscription of the namespace, for creating event hubs.
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
   * ID of the Azure subscription of the namespace, for creating event hubs.
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
 * A complete way for `pubsub.azure.eventhubs` to authenticate.
 */
export class AzureEventHubsAuth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: AzureEventHubsConnectionStringOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...CONNECTION_STRING, type: 'pubsub.azure.eventhubs', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureEventHubsAzureManagedIdentityOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...AZURE_MANAGED_IDENTITY, type: 'pubsub.azure.eventhubs', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureEventHubsAzureClientCredentialsOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'pubsub.azure.eventhubs', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureEventHubsAzureClientCertificateOptions): AzureEventHubsAuth {
    return new AzureEventHubsAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'pubsub.azure.eventhubs', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.azure.eventhubs'>;

  private constructor(auth: AuthProfile<'pubsub.azure.eventhubs'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.azure.eventhubs` v1.
 */
export interface AzureEventHubsProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AzureEventHubsAuth;

  /**
   * Key of the storage account that keeps the read positions.
   *
   * @default - not set
   */
  readonly storageAccountKey?: SecretValue;

  /**
   * Connection string of the storage account that keeps the read positions; wins over its key.
   *
   * @default - not set
   */
  readonly storageConnectionString?: SecretValue;

  /**
   * Name of the storage account that keeps the read positions.
   *
   * @default - not set
   */
  readonly storageAccountName?: string | MetadataValue;

  /**
   * Blob container that keeps the read positions.
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
 * Publishes and subscribes through Azure Event Hubs.
 *
 * The type is `pubsub.azure.eventhubs`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-azure-eventhubs/
 */
export class AzureEventHubs extends PubSub implements IBulkPubSub {
  /** The broker takes and gives several messages in one go. */
  public readonly supportsBulk: boolean = true;

  constructor(scope: Construct, id: string, props: AzureEventHubsProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.azure.eventhubs',
  version: 'v1',
  auth: { required: true, expected: 'AzureEventHubsAuth.connectionString, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
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
  },
};

const AZURE_MANAGED_IDENTITY: AuthFacts = {
  name: 'azureManagedIdentity',
  anyOf: AZURE_MANAGED_IDENTITY_PROFILE.anyOf,
  fields: { ...AZURE_MANAGED_IDENTITY_PROFILE.fields, ...{
    eventHubNamespace: { is: 'text', required: true },
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
    enableEntityManagement: { is: 'boolean' },
    enableInOrderMessageDelivery: { is: 'boolean' },
    resourceGroupName: { is: 'text' },
    subscriptionId: { is: 'text' },
    messageRetentionInDays: { is: 'integer' },
    partitionCount: { is: 'integer' },
  } },
};
