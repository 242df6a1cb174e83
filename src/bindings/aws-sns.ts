// Generated from catalog/components/bindings/aws-sns.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { AwsAccessKeyOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `bindings.aws.sns` to authenticate.
 */
export class AwsSnsAuth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsSnsAuth {
    return new AwsSnsAuth({ ...AWS_ACCESS_KEY, type: 'bindings.aws.sns', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsSnsAuth {
    return new AwsSnsAuth({ ...AWS_ENVIRONMENT, type: 'bindings.aws.sns', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): AwsSnsAuth {
    return new AwsSnsAuth({ ...AWS_ROLES_ANYWHERE, type: 'bindings.aws.sns', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.aws.sns'>;

  private constructor(auth: AuthProfile<'bindings.aws.sns'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.aws.sns` v1.
 */
export interface AwsSnsProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsSnsAuth;

  /**
   * ARN of the SNS topic to publish to.
   */
  readonly topicArn: string | MetadataValue;

  /**
   * URL of an AWS-compatible service or emulator, in place of AWS itself.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;
}

/**
 * Publishes to an Amazon SNS topic.
 *
 * The type is `bindings.aws.sns`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/sns/
 */
export class AwsSns extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AwsSnsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.aws.sns',
  version: 'v1',
  auth: { required: false, expected: 'AwsSnsAuth.awsAccessKey, .awsEnvironment, .awsRolesAnywhere' },
  directions: ['output'],
  fields: {
    topicArn: { is: 'text', required: true },
    endpoint: { is: 'text' },
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
