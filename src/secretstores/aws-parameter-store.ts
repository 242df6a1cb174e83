// Generated from catalog/components/secretstores/aws-parameter-store.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { AwsAccessKeyOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `secretstores.aws.parameterstore` to authenticate.
 */
export class AwsParameterStoreAuth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsParameterStoreAuth {
    return new AwsParameterStoreAuth({ ...AWS_ACCESS_KEY, type: 'secretstores.aws.parameterstore', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsParameterStoreAuth {
    return new AwsParameterStoreAuth({ ...AWS_ENVIRONMENT, type: 'secretstores.aws.parameterstore', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): AwsParameterStoreAuth {
    return new AwsParameterStoreAuth({ ...AWS_ROLES_ANYWHERE, type: 'secretstores.aws.parameterstore', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'secretstores.aws.parameterstore'>;

  private constructor(auth: AuthProfile<'secretstores.aws.parameterstore'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `secretstores.aws.parameterstore` v1.
 */
export interface AwsParameterStoreProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsParameterStoreAuth;

  /**
   * Start of the parameter names that a bulk read returns.
   *
   * @default - not set
   */
  readonly prefix?: string | MetadataValue;
}

/**
 * Reads secrets from the parameter store of AWS Systems Manager.
 *
 * The type is `secretstores.aws.parameterstore`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/aws-parameter-store/
 */
export class AwsParameterStore extends SecretStore {
  constructor(scope: Construct, id: string, props: AwsParameterStoreProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.aws.parameterstore',
  version: 'v1',
  auth: { required: false, expected: 'AwsParameterStoreAuth.awsAccessKey, .awsEnvironment, .awsRolesAnywhere' },
  fields: {
    prefix: { is: 'text' },
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
