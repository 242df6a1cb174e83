// Generated from catalog/components/bindings/postmark.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.postmark` v1.
 */
export interface PostmarkProps extends BindingOptions {
  /**
   * Token of the Postmark server that sends the mail.
   */
  readonly serverToken: SecretValue;

  /**
   * Token for account-level calls to the Postmark API.
   */
  readonly accountToken: SecretValue;

  /**
   * E-mail address of the sender.
   *
   * @default - not set
   */
  readonly emailFrom?: string | MetadataValue;

  /**
   * E-mail address of the recipient.
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
   * Address that gets a copy.
   *
   * @default - not set
   */
  readonly emailCc?: string | MetadataValue;

  /**
   * Address that gets a blind copy.
   *
   * @default - not set
   */
  readonly emailBcc?: string | MetadataValue;
}

/**
 * Sends mail through Postmark.
 *
 * The type is `bindings.postmark`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/postmark/
 */
export class Postmark extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: PostmarkProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.postmark',
  version: 'v1',
  directions: ['output'],
  fields: {
    serverToken: { is: 'secret', required: true },
    accountToken: { is: 'secret', required: true },
    emailFrom: { is: 'text' },
    emailTo: { is: 'text' },
    subject: { is: 'text' },
    emailCc: { is: 'text' },
    emailBcc: { is: 'text' },
  },
};
