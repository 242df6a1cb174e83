// Generated from catalog/components/bindings/aws-kinesis.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `mode`.
 */
export enum AwsKinesisMode {
  /** Writes `shared`. */
  SHARED = 'shared',
  /** Writes `extended`. */
  EXTENDED = 'extended',
}

/**
 * The settings of `bindings.aws.kinesis` v1.
 */
export interface AwsKinesisProps extends InputBindingOptions {
  /**
   * Name of the Kinesis stream to write to and read from.
   */
  readonly streamName: string | MetadataValue;

  /**
   * Name under which the consumer is registered with the stream.
   *
   * @default - not set
   */
  readonly consumerName?: string | MetadataValue;

  /**
   * How records are read: shared polls, extended uses enhanced fan-out.
   *
   * @default AwsKinesisMode.SHARED
   */
  readonly mode?: AwsKinesisMode | MetadataValue;

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
 * Writes records to an Amazon Kinesis stream and triggers the app on new ones.
 *
 * The type is `bindings.aws.kinesis`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/kinesis/
 */
export class AwsKinesis extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AwsKinesisProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.aws.kinesis',
  version: 'v1',
  directions: ['input', 'output'],
  fields: {
    streamName: { is: 'text', required: true },
    consumerName: { is: 'text' },
    mode: { is: 'enum', of: ['shared', 'extended'] },
    endpoint: { is: 'text' },
    accessKey: { is: 'secret' },
    secretKey: { is: 'secret' },
    sessionToken: { is: 'secret' },
    region: { is: 'text' },
  },
};
