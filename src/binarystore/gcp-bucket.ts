// Generated from catalog/components/binarystore/gcp-bucket.yaml by `npm run generate`; do not edit.
import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { GcpServiceAccountKeyOptions } from '../generated/auth-options';
import { GCP_SERVICE_ACCOUNT_KEY_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `binarystore.gcp.bucket` to authenticate.
 */
export class GcpBucketAuth {
  /**
   * Signs in to Google Cloud with the key of a service account; without it the identity of the pod counts.
   *
   * @param options what to authenticate with
   */
  public static gcpServiceAccountKey(options: GcpServiceAccountKeyOptions): GcpBucketAuth {
    return new GcpBucketAuth({ ...GCP_SERVICE_ACCOUNT_KEY, type: 'binarystore.gcp.bucket', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'binarystore.gcp.bucket'>;

  private constructor(auth: AuthProfile<'binarystore.gcp.bucket'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `binarystore.gcp.bucket` v1.
 */
export interface GcpBucketProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: GcpBucketAuth;

  /**
   * Name of the bucket that holds the data.
   */
  readonly bucket: string | MetadataValue;

  /**
   * Put before the name of every object.
   *
   * @default - not set
   */
  readonly prefix?: string | MetadataValue;

  /**
   * Size of the parts in which a file is uploaded.
   *
   * @default - 16Mi
   */
  readonly partSize?: Size | MetadataValue;
}

/**
 * Keeps files in a Google Cloud Storage bucket.
 *
 * The type is `binarystore.gcp.bucket`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-binarystores/
 */
export class GcpBucket extends Component {
  constructor(scope: Construct, id: string, props: GcpBucketProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'binarystore.gcp.bucket',
  version: 'v1',
  since: '1.19',
  auth: { required: false, expected: 'GcpBucketAuth.gcpServiceAccountKey' },
  fields: {
    bucket: { is: 'text', required: true },
    prefix: { is: 'text', pattern: /^[^\/]/, expected: 'text that does not start with /' },
    partSize: { is: 'size' },
  },
};

const GCP_SERVICE_ACCOUNT_KEY: AuthFacts = {
  name: 'gcpServiceAccountKey',
  anyOf: GCP_SERVICE_ACCOUNT_KEY_PROFILE.anyOf,
  sets: { type: 'service_account' },
  fields: GCP_SERVICE_ACCOUNT_KEY_PROFILE.fields,
};
