// Generated from catalog/components/secretstores/aws-secret-manager.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { AwsAccessKeyOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `secretstores.aws.secretmanager` to authenticate.
 */
export class AwsSecretManagerAuth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsSecretManagerAuth {
    return new AwsSecretManagerAuth({ ...AWS_ACCESS_KEY, type: 'secretstores.aws.secretmanager', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsSecretManagerAuth {
    return new AwsSecretManagerAuth({ ...AWS_ENVIRONMENT, type: 'secretstores.aws.secretmanager', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): AwsSecretManagerAuth {
    return new AwsSecretManagerAuth({ ...AWS_ROLES_ANYWHERE, type: 'secretstores.aws.secretmanager', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'secretstores.aws.secretmanager'>;

  private constructor(auth: AuthProfile<'secretstores.aws.secretmanager'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `secretstores.aws.secretmanager` v1.
 */
export interface AwsSecretManagerProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsSecretManagerAuth;

  /**
   * URL of an AWS-compatible service or emulator, in place of AWS itself.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Splits secrets that are JSON objects into one value per key.
   *
   * @default - not set
   */
  readonly multipleKeyValuesPerSecret?: boolean | MetadataValue;
}

/**
 * Reads secrets from AWS Secrets Manager.
 *
 * The type is `secretstores.aws.secretmanager`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 * Dapr's own metadata names it `secretstores.aws.secretsmanager`, which the sidecar does not load.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/aws-secret-manager/
 */
export class AwsSecretManager extends SecretStore {
  constructor(scope: Construct, id: string, props: AwsSecretManagerProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.aws.secretmanager',
  version: 'v1',
  auth: { required: false, expected: 'AwsSecretManagerAuth.awsAccessKey, .awsEnvironment, .awsRolesAnywhere' },
  fields: {
    endpoint: { is: 'text' },
    multipleKeyValuesPerSecret: { is: 'boolean' },
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
