// Generated from catalog/components/bindings/gcp-pub-sub.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { GcpServiceAccountKeyOptions } from '../generated/auth-options';
import { GCP_SERVICE_ACCOUNT_KEY_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `bindings.gcp.pubsub` to authenticate.
 */
export class GcpPubSubAuth {
  /**
   * Signs in to Google Cloud with the key of a service account; without it the identity of the pod counts.
   *
   * @param options what to authenticate with
   */
  public static gcpServiceAccountKey(options: GcpServiceAccountKeyOptions): GcpPubSubAuth {
    return new GcpPubSubAuth({ ...GCP_SERVICE_ACCOUNT_KEY, type: 'bindings.gcp.pubsub', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.gcp.pubsub'>;

  private constructor(auth: AuthProfile<'bindings.gcp.pubsub'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.gcp.pubsub` v1.
 */
export interface GcpPubSubProps extends InputBindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: GcpPubSubAuth;

  /**
   * Name of the Pub/Sub topic to publish to.
   */
  readonly topic: string | MetadataValue;

  /**
   * Name of the Pub/Sub subscription to read from.
   *
   * @default - not set
   */
  readonly subscription?: string | MetadataValue;

  /**
   * ID of the Google Cloud project.
   */
  readonly projectId: string | MetadataValue;
}

/**
 * Publishes to a Google Cloud Pub/Sub topic and triggers the app on a subscription.
 *
 * The type is `bindings.gcp.pubsub`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/pubsub/
 */
export class GcpPubSub extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: GcpPubSubProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.gcp.pubsub',
  version: 'v1',
  auth: { required: false, expected: 'GcpPubSubAuth.gcpServiceAccountKey' },
  directions: ['input', 'output'],
  fields: {
    topic: { is: 'text', required: true },
    subscription: { is: 'text' },
    projectId: { is: 'text', required: true, wire: 'project_id' },
  },
};

const GCP_SERVICE_ACCOUNT_KEY: AuthFacts = {
  name: 'gcpServiceAccountKey',
  anyOf: GCP_SERVICE_ACCOUNT_KEY_PROFILE.anyOf,
  sets: { type: 'service_account' },
  fields: GCP_SERVICE_ACCOUNT_KEY_PROFILE.fields,
};
