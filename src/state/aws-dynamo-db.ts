// Generated from catalog/components/state/aws-dynamo-db.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { AwsAccessKeyOptions, AwsEnvironmentOptions, AwsRolesAnywhereOptions } from '../generated/auth-options';
import { AWS_ACCESS_KEY_PROFILE, AWS_ENVIRONMENT_PROFILE, AWS_ROLES_ANYWHERE_PROFILE } from '../generated/auth-profiles';
import { MetadataValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * A complete way for `state.aws.dynamodb` to authenticate.
 */
export class AwsDynamoDbAuth {
  /**
   * Signs in to AWS with an access key.
   *
   * @param options what to authenticate with
   */
  public static awsAccessKey(options: AwsAccessKeyOptions): AwsDynamoDbAuth {
    return new AwsDynamoDbAuth({ ...AWS_ACCESS_KEY, type: 'state.aws.dynamodb', values: { ...options } });
  }

  /**
   * Signs in to AWS with what the pod has, e.g. IAM roles for service accounts, an instance profile or environment variables.
   *
   * @param options what to authenticate with
   */
  public static awsEnvironment(options: AwsEnvironmentOptions = {}): AwsDynamoDbAuth {
    return new AwsDynamoDbAuth({ ...AWS_ENVIRONMENT, type: 'state.aws.dynamodb', values: { ...options } });
  }

  /**
   * Signs in to AWS with the sidecar's own certificate through IAM Roles Anywhere.
   *
   * @param options what to authenticate with
   */
  public static awsRolesAnywhere(options: AwsRolesAnywhereOptions): AwsDynamoDbAuth {
    return new AwsDynamoDbAuth({ ...AWS_ROLES_ANYWHERE, type: 'state.aws.dynamodb', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.aws.dynamodb'>;

  private constructor(auth: AuthProfile<'state.aws.dynamodb'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.aws.dynamodb` v1.
 */
export interface AwsDynamoDbProps extends TransactionalStateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: AwsDynamoDbAuth;

  /**
   * Name of the DynamoDB table that holds the state.
   */
  readonly table: string | MetadataValue;

  /**
   * URL of an AWS-compatible service or emulator, in place of AWS itself.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Table attribute that holds the expiry time of an item.
   *
   * @default - not set
   */
  readonly ttlAttributeName?: string | MetadataValue;

  /**
   * Name of the table's partition key attribute, where it is not key.
   *
   * @default - not set
   */
  readonly partitionKey?: string | MetadataValue;
}

/**
 * Keeps state in an Amazon DynamoDB table.
 *
 * The type is `state.aws.dynamodb`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-dynamodb/
 */
export class AwsDynamoDb extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: AwsDynamoDbProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.aws.dynamodb',
  version: 'v1',
  auth: { required: false, expected: 'AwsDynamoDbAuth.awsAccessKey, .awsEnvironment, .awsRolesAnywhere' },
  fields: {
    table: { is: 'text', required: true, example: 'orders' },
    endpoint: { is: 'text' },
    ttlAttributeName: { is: 'text' },
    partitionKey: { is: 'text' },
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
