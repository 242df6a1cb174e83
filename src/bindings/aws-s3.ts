// Generated from catalog/components/bindings/aws-s3.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { AwsAccessKeyOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `bindings.aws.s3` to authenticate.
 */
export class AwsS3Auth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsS3Auth {
    return new AwsS3Auth({ ...AWS_ACCESS_KEY, type: 'bindings.aws.s3', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsS3Auth {
    return new AwsS3Auth({ ...AWS_ENVIRONMENT, type: 'bindings.aws.s3', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): AwsS3Auth {
    return new AwsS3Auth({ ...AWS_ROLES_ANYWHERE, type: 'bindings.aws.s3', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.aws.s3'>;

  private constructor(auth: AuthProfile<'bindings.aws.s3'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.aws.s3` v1.
 */
export interface AwsS3Props extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsS3Auth;

  /**
   * Name of the S3 bucket that holds the objects.
   */
  readonly bucket: string | MetadataValue;

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
 * Stores, reads, lists and deletes objects in an Amazon S3 bucket.
 *
 * The type is `bindings.aws.s3`, version v1. Dapr calls it stable.
 * Operations: create, get, delete, list, bulkGet, bulkCreate, bulkDelete.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/s3/
 */
export class AwsS3 extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AwsS3Props) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.aws.s3',
  version: 'v1',
  auth: { required: false, expected: 'AwsS3Auth.awsAccessKey, .awsEnvironment, .awsRolesAnywhere' },
  directions: ['output'],
  fields: {
    bucket: { is: 'text', required: true, example: 'orders' },
    endpoint: { is: 'text' },
    forcePathStyle: { is: 'boolean' },
    decodeBase64: { is: 'boolean' },
    encodeBase64: { is: 'boolean' },
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
