// Generated from catalog/components/pubsub/azure-service-bus-queues.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { IBulkPubSub, ITtlPubSub, PubSub, PubSubOptions } from '../pub-sub';
import { AzureManagedIdentityOptions, AzureClientCredentialsOptions, AzureClientCertificateOptions } from '../generated/auth-options';
import { AZURE_MANAGED_IDENTITY_PROFILE, AZURE_CLIENT_CREDENTIALS_PROFILE, AZURE_CLIENT_CERTIFICATE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `AzureServiceBusQueuesAuth.connectionString` takes.
 */
export interface AzureServiceBusQueuesConnectionStringOptions {
  /**
   * Connection string of the Service Bus namespace.
   */
  readonly connectionString: SecretValue;
}

/**
 * What `AzureServiceBusQueuesAuth.azureManagedIdentity` takes.
 */
export interface AzureServiceBusQueuesAzureManagedIdentityOptions extends AzureManagedIdentityOptions {
  /**
   * Host name of the Service Bus namespace (name.servicebus.windows.net), for access through Entra ID.
   */
  readonly namespaceName: string | MetadataValue;
}

/**
 * What `AzureServiceBusQueuesAuth.azureClientCredentials` takes.
 */
export interface AzureServiceBusQueuesAzureClientCredentialsOptions extends AzureClientCredentialsOptions {
  /**
   * Host name of the Service Bus namespace (name.servicebus.windows.net), for access through Entra ID.
   */
  readonly namespaceName: string | MetadataValue;
}

/**
 * What `AzureServiceBusQueuesAuth.azureClientCertificate` takes.
 */
export interface AzureServiceBusQueuesAzureClientCertificateOptions extends AzureClientCertificateOptions {
  /**
   * Host name of the Service Bus namespace (name.servicebus.windows.net), for access through Entra ID.
   */
  readonly namespaceName: string | MetadataValue;
}

/**
 * A complete way for `pubsub.azure.servicebus.queues` to authenticate.
 */
export class AzureServiceBusQueuesAuth {
  /**
   * Authenticates with a connection string.
   *
   * @param options what to authenticate with
   */
  public static connectionString(options: AzureServiceBusQueuesConnectionStringOptions): AzureServiceBusQueuesAuth {
    return new AzureServiceBusQueuesAuth({ ...CONNECTION_STRING, type: 'pubsub.azure.servicebus.queues', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with the managed or workload identity of the pod.
   *
   * @param options what to authenticate with
   */
  public static azureManagedIdentity(options: AzureServiceBusQueuesAzureManagedIdentityOptions): AzureServiceBusQueuesAuth {
    return new AzureServiceBusQueuesAuth({ ...AZURE_MANAGED_IDENTITY, type: 'pubsub.azure.servicebus.queues', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and secret.
   *
   * @param options what to authenticate with
   */
  public static azureClientCredentials(options: AzureServiceBusQueuesAzureClientCredentialsOptions): AzureServiceBusQueuesAuth {
    return new AzureServiceBusQueuesAuth({ ...AZURE_CLIENT_CREDENTIALS, type: 'pubsub.azure.servicebus.queues', values: { ...options } });
  }

  /**
   * Signs in to Microsoft Entra ID with a client id and certificate; give the certificate itself or its file.
   *
   * @param options what to authenticate with
   */
  public static azureClientCertificate(options: AzureServiceBusQueuesAzureClientCertificateOptions): AzureServiceBusQueuesAuth {
    return new AzureServiceBusQueuesAuth({ ...AZURE_CLIENT_CERTIFICATE, type: 'pubsub.azure.servicebus.queues', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.azure.servicebus.queues'>;

  private constructor(auth: AuthProfile<'pubsub.azure.servicebus.queues'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.azure.servicebus.queues` v1.
 */
export interface AzureServiceBusQueuesProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: AzureServiceBusQueuesAuth;

  /**
   * Number of retriable failures per second above which handling is slowed down.
   *
   * @default 10
   */
  readonly maxRetriableErrorsPerSec?: number | MetadataValue;

  /**
   * Shortest wait before an attempt to reconnect, in seconds.
   *
   * @default 2
   */
  readonly minConnectionRecoveryInSec?: number | MetadataValue;

  /**
   * Longest wait between attempts to reconnect, in seconds; waits grow up to it.
   *
   * @default 300
   */
  readonly maxConnectionRecoveryInSec?: number | MetadataValue;

  /**
   * Largest number of messages being handled or buffered; at least as many as the handlers.
   *
   * @default 1000
   */
  readonly maxActiveMessages?: number | MetadataValue;

  /**
   * Largest number of messages handled side by side; 0 sets no limit.
   *
   * @default 0
   */
  readonly maxConcurrentHandlers?: number | MetadataValue;

  /**
   * How often the locks of waiting messages are renewed, in seconds.
   *
   * @default 20
   */
  readonly lockRenewalInSec?: number | MetadataValue;

  /**
   * How long calls to Service Bus may take, in seconds.
   *
   * @default 60
   */
  readonly timeoutInSec?: number | MetadataValue;

  /**
   * Expects queues and subscriptions to exist, and does not create them.
   *
   * @default false
   */
  readonly disableEntityManagement?: boolean | MetadataValue;

  /**
   * How long a received message stays locked, in seconds; set when Dapr creates the entity.
   *
   * @default - not set
   */
  readonly lockDurationInSec?: number | MetadataValue;

  /**
   * Idle time after which Service Bus removes a queue or subscription that Dapr created, in seconds. At least 300.
   *
   * @default - not set
   */
  readonly autoDeleteOnIdleInSec?: number | MetadataValue;

  /**
   * How long messages live in a queue or subscription that Dapr creates, in seconds.
   *
   * @default - not set
   */
  readonly defaultMessageTimeToLiveInSec?: number | MetadataValue;

  /**
   * Number of deliveries before a message is dead-lettered; set when Dapr creates the entity. From -2147483648 to 2147483647.
   *
   * @default - not set
   */
  readonly maxDeliveryCount?: number | MetadataValue;

  /**
   * How long the app may take to handle a message, in seconds.
   *
   * @default 60
   */
  readonly handlerTimeoutInSec?: number | MetadataValue;

  /**
   * How often a publish is tried again after Service Bus throttled it.
   *
   * @default 5
   */
  readonly publishMaxRetries?: number | MetadataValue;

  /**
   * First wait after Service Bus throttled a publish, in milliseconds; grows with each try.
   *
   * @default 500
   */
  readonly publishInitialRetryIntervalInMs?: number | MetadataValue;
}

/**
 * Publishes and subscribes through Azure Service Bus queues.
 *
 * The type is `pubsub.azure.servicebus.queues`, version v1; `pubsub.azure.servicebusqueues` is the same. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-azure-servicebus-queues
 */
export class AzureServiceBusQueues extends PubSub implements ITtlPubSub, IBulkPubSub {
  /** The broker drops messages after a time to live. */
  public readonly supportsTtl: boolean = true;
  /** The broker takes and gives several messages in one go. */
  public readonly supportsBulk: boolean = true;

  constructor(scope: Construct, id: string, props: AzureServiceBusQueuesProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.azure.servicebus.queues',
  version: 'v1',
  auth: { required: true, expected: 'AzureServiceBusQueuesAuth.connectionString, .azureManagedIdentity, .azureClientCredentials, .azureClientCertificate' },
  fields: {
    maxRetriableErrorsPerSec: { is: 'integer' },
    minConnectionRecoveryInSec: { is: 'integer' },
    maxConnectionRecoveryInSec: { is: 'integer' },
    maxActiveMessages: { is: 'integer' },
    maxConcurrentHandlers: { is: 'integer' },
    lockRenewalInSec: { is: 'integer' },
    timeoutInSec: { is: 'integer' },
    disableEntityManagement: { is: 'boolean' },
    lockDurationInSec: { is: 'integer' },
    autoDeleteOnIdleInSec: { is: 'integer', min: 300 },
    defaultMessageTimeToLiveInSec: { is: 'integer' },
    maxDeliveryCount: { is: 'integer', min: -2147483648, max: 2147483647 },
    handlerTimeoutInSec: { is: 'integer' },
    publishMaxRetries: { is: 'integer' },
    publishInitialRetryIntervalInMs: { is: 'integer' },
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
    namespaceName: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CREDENTIALS: AuthFacts = {
  name: 'azureClientCredentials',
  anyOf: AZURE_CLIENT_CREDENTIALS_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CREDENTIALS_PROFILE.fields, ...{
    namespaceName: { is: 'text', required: true },
  } },
};

const AZURE_CLIENT_CERTIFICATE: AuthFacts = {
  name: 'azureClientCertificate',
  anyOf: AZURE_CLIENT_CERTIFICATE_PROFILE.anyOf,
  fields: { ...AZURE_CLIENT_CERTIFICATE_PROFILE.fields, ...{
    namespaceName: { is: 'text', required: true },
  } },
};
