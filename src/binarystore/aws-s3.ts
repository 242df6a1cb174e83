// Generated from catalog/components/binarystore/aws-s3.yaml by `npm run generate`; do not edit.
import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { AwsAccessKeyOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `binarystore.aws.s3` to authenticate.
 */
export class AwsS3Auth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsS3Auth {
    return new AwsS3Auth({ ...AWS_ACCESS_KEY, type: 'binarystore.aws.s3', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsS3Auth {
    return new AwsS3Auth({ ...AWS_ENVIRONMENT, type: 'binarystore.aws.s3', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): AwsS3Auth {
    return new AwsS3Auth({ ...AWS_ROLES_ANYWHERE, type: 'binarystore.aws.s3', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'binarystore.aws.s3'>;

  private constructor(auth: AuthProfile<'binarystore.aws.s3'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `binarystore.aws.s3` v1.
 */
export interface AwsS3Props extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsS3Auth;

  /**
   * Name of the bucket that holds the data.
   */
  readonly bucket: string | MetadataValue;

  /**
   * Put before the key of every object.
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

  /**
   * URL of an AWS-compatible service or emulator, in place of AWS itself.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Puts the bucket name in the path of the URL instead of the host name.
   *
   * @default false
   */
  readonly forcePathStyle?: boolean | MetadataValue;

  /**
   * Uses http for an endpoint given without a scheme.
   *
   * @default false
   */
  readonly disableSSL?: boolean | MetadataValue;

  /**
   * Accepts invalid or self-signed certificates of an https endpoint.
   *
   * @default false
   */
  readonly insecureSSL?: boolean | MetadataValue;
}

/**
 * Keeps files in an AWS S3 bucket.
 *
 * The type is `binarystore.aws.s3`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-binarystores/
 */
export class AwsS3 extends Component {
  constructor(scope: Construct, id: string, props: AwsS3Props) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'binarystore.aws.s3',
  version: 'v1',
  since: '1.19',
  auth: { required: false, expected: 'AwsS3Auth.awsAccessKey, .awsEnvironment, .awsRolesAnywhere' },
  fields: {
    bucket: { is: 'text', required: true },
    prefix: { is: 'text', pattern: /^[^\/]/, expected: 'text that does not start with /' },
    partSize: { is: 'size' },
    endpoint: { is: 'text' },
    forcePathStyle: { is: 'boolean' },
    disableSSL: { is: 'boolean' },
    insecureSSL: { is: 'boolean' },
  },
};

const AWS_ACCESS_KEY: AuthFacts = {
  name: 'awsAccessKey',
  anyOf: AWS_ACCESS_KEY_PROFILE.anyOf,
  fields: AWS_ACCESS_KEY_PROFILE.fields,
};

const AWS_ENVIRONMENT: AuthFacts = {
  name: 'awsEnvironment',
  anyOf: AWS_ENVIRONMENT_PROFILE.anyOf,
  fields: AWS_ENVIRONMENT_PROFILE.fields,
};

const AWS_ROLES_ANYWHERE: AuthFacts = {
  name: 'awsRolesAnywhere',
  anyOf: AWS_ROLES_ANYWHERE_PROFILE.anyOf,
  fields: AWS_ROLES_ANYWHERE_PROFILE.fields,
};
