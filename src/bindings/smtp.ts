// Generated from catalog/components/bindings/smtp.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.smtp` v1.
 */
export interface SmtpProps extends BindingOptions {
  /**
   * Host name of the mail server.
   */
  readonly host: string | MetadataValue;

  /**
   * Port of the mail server.
   */
  readonly port: number | MetadataValue;

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
   * Addresses that get a copy, separated by semicolons.
   *
   * @default - not set
   */
  readonly emailCC?: string | MetadataValue;

  /**
   * Addresses that get a blind copy, separated by semicolons.
   *
   * @default - not set
   */
  readonly emailBCC?: string | MetadataValue;

  /**
   * Priority of the mail, from 1 to 5, sent as the X-priority header.
   *
   * @default 3
   */
  readonly priority?: number | MetadataValue;

  /**
   * Subject line of the mail.
   *
   * @default - not set
   */
  readonly subject?: string | MetadataValue;

  /**
   * Accepts any certificate of the mail server; for tests only.
   *
   * @default false
   */
  readonly skipTLSVerify?: boolean | MetadataValue;

  /**
   * Name of the user to log in as at the mail server.
   *
   * @default - not set
   */
  readonly user?: string | MetadataValue;

  /**
   * Password to log in with.
   *
   * @default - not set
   */
  readonly password?: SecretValue;
}

/**
 * Sends mail through an SMTP server.
 *
 * The type is `bindings.smtp`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/smtp/
 */
export class Smtp extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: SmtpProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.smtp',
  version: 'v1',
  directions: ['output'],
  fields: {
    host: { is: 'text', required: true, example: 'smtp.example.com' },
    port: { is: 'integer', required: true },
    emailFrom: { is: 'text' },
    emailTo: { is: 'text' },
    emailCC: { is: 'text' },
    emailBCC: { is: 'text' },
    priority: { is: 'integer' },
    subject: { is: 'text' },
    skipTLSVerify: { is: 'boolean' },
    user: { is: 'text' },
    password: { is: 'secret' },
  },
};
