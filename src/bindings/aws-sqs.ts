// Generated from catalog/components/bindings/aws-sqs.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.aws.sqs` v1.
 */
export interface AwsSqsProps extends InputBindingOptions {
  /**
   * Name of the queue to send to and read from.
   */
  readonly queueName: string | MetadataValue;

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
 * Sends to an Amazon SQS queue and triggers the app on its messages.
 *
 * The type is `bindings.aws.sqs`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/sqs/
 */
export class AwsSqs extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AwsSqsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.aws.sqs',
  version: 'v1',
  directions: ['input', 'output'],
  fields: {
    queueName: { is: 'text', required: true },
    endpoint: { is: 'text' },
    accessKey: { is: 'secret' },
    secretKey: { is: 'secret' },
    sessionToken: { is: 'secret' },
    region: { is: 'text' },
  },
};
