// Generated from catalog/components/pubsub/gcp-pub-sub.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { GcpServiceAccountKeyOptions } from '../generated/auth-options';
import { GCP_SERVICE_ACCOUNT_KEY_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `pubsub.gcp.pubsub` to authenticate.
 */
export class GcpPubSubAuth {
  /**
   * Signs in to Google Cloud with the key of a service account; without it the identity of the pod counts.
   *
   * @param options what to authenticate with
   */
  public static gcpServiceAccountKey(options: GcpServiceAccountKeyOptions): GcpPubSubAuth {
    return new GcpPubSubAuth({ ...GCP_SERVICE_ACCOUNT_KEY, type: 'pubsub.gcp.pubsub', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'pubsub.gcp.pubsub'>;

  private constructor(auth: AuthProfile<'pubsub.gcp.pubsub'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `pubsub.gcp.pubsub` v1.
 */
export interface GcpPubSubProps extends PubSubOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: GcpPubSubAuth;

  /**
   * Delivers messages with the same ordering key in order.
   *
   * @default false
   */
  readonly enableMessageOrdering?: boolean | MetadataValue;

  /**
   * Ordering key of messages published without one; needs enableMessageOrdering.
   *
   * @default - not set
   */
  readonly orderingKey?: string | MetadataValue;

  /**
   * Expects topics and subscriptions to exist, and does not create them.
   *
   * @default false
   */
  readonly disableEntityManagement?: boolean | MetadataValue;

  /**
   * How often a lost connection is tried again before giving up.
   *
   * @default 30
   */
  readonly maxReconnectionAttempts?: number | MetadataValue;

  /**
   * Wait between attempts to reconnect, in seconds.
   *
   * @default 2
   */
  readonly connectionRecoveryInSec?: number | MetadataValue;

  /**
   * Existing Pub/Sub topic that takes messages which could not be delivered.
   *
   * @default - not set
   */
  readonly deadLetterTopic?: string | MetadataValue;

  /**
   * URL of a Pub/Sub emulator, in place of Google Cloud.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Number of failed deliveries after which a message goes to the dead-letter topic.
   *
   * @default 5
   */
  readonly maxDeliveryAttempts?: number | MetadataValue;

  /**
   * Number of messages handled at once on a streaming pull.
   *
   * @default - not set
   */
  readonly maxOutstandingMessages?: number | MetadataValue;

  /**
   * Total size of messages handled at once on a streaming pull, in bytes.
   *
   * @default - not set
   */
  readonly maxOutstandingBytes?: number | MetadataValue;

  /**
   * Number of streaming pulls that run side by side.
   *
   * @default - not set
   */
  readonly maxConcurrentConnections?: number | MetadataValue;

  /**
   * How long a message may stay unacknowledged before Pub/Sub delivers it again.
   *
   * @default Duration.seconds(20)
   */
  readonly ackDeadline?: Duration | MetadataValue;

  /**
   * Google Cloud project that the resources belong to.
   */
  readonly projectId: string | MetadataValue;
}

/**
 * Publishes and subscribes through Google Cloud Pub/Sub.
 *
 * The type is `pubsub.gcp.pubsub`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-gcp-pubsub/
 */
export class GcpPubSub extends PubSub {
  constructor(scope: Construct, id: string, props: GcpPubSubProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.gcp.pubsub',
  version: 'v1',
  auth: { required: false, expected: 'GcpPubSubAuth.gcpServiceAccountKey' },
  fields: {
    enableMessageOrdering: { is: 'boolean' },
    orderingKey: { is: 'text' },
    disableEntityManagement: { is: 'boolean' },
    maxReconnectionAttempts: { is: 'integer' },
    connectionRecoveryInSec: { is: 'integer' },
    deadLetterTopic: { is: 'text' },
    endpoint: { is: 'text' },
    maxDeliveryAttempts: { is: 'integer' },
    maxOutstandingMessages: { is: 'integer' },
    maxOutstandingBytes: { is: 'integer' },
    maxConcurrentConnections: { is: 'integer' },
    ackDeadline: { is: 'duration' },
    projectId: { is: 'text', required: true },
  },
};

const GCP_SERVICE_ACCOUNT_KEY: AuthFacts = {
  name: 'gcpServiceAccountKey',
  anyOf: GCP_SERVICE_ACCOUNT_KEY_PROFILE.anyOf,
  sets: { type: 'service_account' },
  fields: GCP_SERVICE_ACCOUNT_KEY_PROFILE.fields,
};
