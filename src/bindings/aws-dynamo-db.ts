// Generated from catalog/components/bindings/aws-dynamo-db.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.aws.dynamodb` v1.
 */
export interface AwsDynamoDbProps extends BindingOptions {
  /**
   * Name of the DynamoDB table that items are written to.
   */
  readonly table: string | MetadataValue;

  /**
   * URL of an AWS-compatible service or emulator, in place of AWS itself.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Access key ID of the AWS account.
   *
   * @default - not set
   */
  readonly accessKey?: SecretValue;

  /**
   * Secret part of the AWS access key.
   *
   * @default - not set
   */
  readonly secretKey?: SecretValue;

  /**
   * Token of temporary AWS credentials.
   *
   * @default - not set
   */
  readonly sessionToken?: SecretValue;

  /**
   * AWS region of the service, such as eu-west-1.
   *
   * @default - not set
   */
  readonly region?: string | MetadataValue;
}

/**
 * Writes items to an Amazon DynamoDB table.
 *
 * The type is `bindings.aws.dynamodb`, version v1. Dapr calls it stable; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/dynamodb/
 */
export class AwsDynamoDb extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AwsDynamoDbProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.aws.dynamodb',
  version: 'v1',
  directions: ['output'],
  fields: {
    table: { is: 'text', required: true },
    endpoint: { is: 'text' },
    accessKey: { is: 'secret' },
    secretKey: { is: 'secret' },
    sessionToken: { is: 'secret' },
    region: { is: 'text' },
  },
};
