// Generated from catalog/components/bindings/aws-ses.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.aws.ses` v1.
 */
export interface AwsSesProps extends BindingOptions {
  /**
   * E-mail address of the sender.
   *
   * @default - not set
   */
  readonly emailFrom?: string | MetadataValue;

  /**
   * Addresses of the recipients, separated by semicolons.
   *
   * @default - not set
   */
  readonly emailTo?: string | MetadataValue;

  /**
   * Subject line of the mail.
   *
   * @default - not set
   */
  readonly subject?: string | MetadataValue;

  /**
   * Addresses that get a copy, separated by semicolons.
   *
   * @default - not set
   */
  readonly emailCc?: string | MetadataValue;

  /**
   * Addresses that get a blind copy, separated by semicolons.
   *
   * @default - not set
   */
  readonly emailBcc?: string | MetadataValue;

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
 * Sends mail through Amazon SES.
 *
 * The type is `bindings.aws.ses`, version v1. Dapr calls it stable; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/ses/
 */
export class AwsSes extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AwsSesProps = {}) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.aws.ses',
  version: 'v1',
  directions: ['output'],
  fields: {
    emailFrom: { is: 'text' },
    emailTo: { is: 'text' },
    subject: { is: 'text' },
    emailCc: { is: 'text' },
    emailBcc: { is: 'text' },
    accessKey: { is: 'secret' },
    secretKey: { is: 'secret' },
    sessionToken: { is: 'secret' },
    region: { is: 'text' },
  },
};
