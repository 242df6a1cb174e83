// Generated from catalog/components/bindings/gcp-bucket.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { GcpServiceAccountKeyOptions } from '../generated/auth-options';
import { GCP_SERVICE_ACCOUNT_KEY_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `bindings.gcp.bucket` to authenticate.
 */
export class GcpBucketAuth {
  /**
   * Signs in to Google Cloud with the key of a service account; without it the identity of the pod counts.
   *
   * @param options what to authenticate with
   */
  public static gcpServiceAccountKey(options: GcpServiceAccountKeyOptions): GcpBucketAuth {
    return new GcpBucketAuth({ ...GCP_SERVICE_ACCOUNT_KEY, type: 'bindings.gcp.bucket', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.gcp.bucket'>;

  private constructor(auth: AuthProfile<'bindings.gcp.bucket'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.gcp.bucket` v1.
 */
export interface GcpBucketProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: GcpBucketAuth;

  /**
   * Name of the Cloud Storage bucket that holds the objects.
   */
  readonly bucket: string | MetadataValue;

  /**
   * Lifetime of signed URLs, as a Go duration.
   *
   * @default - not set
   */
  readonly signTTL?: string | MetadataValue;

  /**
   * Decodes the data from base64 before it is stored.
   *
   * @default false
   */
  readonly decodeBase64?: boolean | MetadataValue;

  /**
   * Encodes the content as base64 before it is returned.
   *
   * @default false
   */
  readonly encodeBase64?: boolean | MetadataValue;

  /**
   * Media type of the stored objects, such as text/csv; guessed by Cloud Storage when left out.
   *
   * @default - not set
   */
  readonly contentType?: string | MetadataValue;

  /**
   * ID of the Google Cloud project.
   */
  readonly projectId: string | MetadataValue;
}

/**
 * Stores, reads and lists objects in a Google Cloud Storage bucket.
 *
 * The type is `bindings.gcp.bucket`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/gcpbucket/
 */
export class GcpBucket extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: GcpBucketProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.gcp.bucket',
  version: 'v1',
  auth: { required: false, expected: 'GcpBucketAuth.gcpServiceAccountKey' },
  directions: ['output'],
  fields: {
    bucket: { is: 'text', required: true },
    signTTL: { is: 'text' },
    decodeBase64: { is: 'boolean' },
    encodeBase64: { is: 'boolean' },
    contentType: { is: 'text' },
    projectId: { is: 'text', required: true, wire: 'project_id' },
  },
};

const GCP_SERVICE_ACCOUNT_KEY: AuthFacts = {
  name: 'gcpServiceAccountKey',
  anyOf: GCP_SERVICE_ACCOUNT_KEY_PROFILE.anyOf,
  sets: { type: 'service_account' },
  fields: GCP_SERVICE_ACCOUNT_KEY_PROFILE.fields,
};
