// Generated from catalog/components/bindings/twilio-send-grid.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.twilio.sendgrid` v1.
 */
export interface TwilioSendGridProps extends BindingOptions {
  /**
   * E-mail address of the sender.
   *
   * @default - not set
   */
  readonly emailFrom?: string | MetadataValue;

  /**
   * Name shown next to the sender's address.
   *
   * @default - not set
   */
  readonly emailFromName?: string | MetadataValue;

  /**
   * E-mail address of the recipient.
   *
   * @default - not set
   */
  readonly emailTo?: string | MetadataValue;

  /**
   * Name shown next to the recipient's address.
   *
   * @default - not set
   */
  readonly emailToName?: string | MetadataValue;

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

  /**
   * Values for the placeholders of the SendGrid template, as a JSON object.
   *
   * @default - not set
   */
  readonly dynamicTemplateData?: string | MetadataValue;

  /**
   * ID of the SendGrid dynamic template to send.
   *
   * @default - not set
   */
  readonly dynamicTemplateId?: string | MetadataValue;

  /**
   * API key of the SendGrid account.
   */
  readonly apiKey: SecretValue;
}

/**
 * Sends mail through Twilio SendGrid.
 *
 * The type is `bindings.twilio.sendgrid`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/sendgrid/
 */
export class TwilioSendGrid extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: TwilioSendGridProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.twilio.sendgrid',
  version: 'v1',
  directions: ['output'],
  fields: {
    emailFrom: { is: 'text' },
    emailFromName: { is: 'text' },
    emailTo: { is: 'text' },
    emailToName: { is: 'text' },
    subject: { is: 'text' },
    emailCc: { is: 'text' },
    emailBcc: { is: 'text' },
    dynamicTemplateData: { is: 'text' },
    dynamicTemplateId: { is: 'text' },
    apiKey: { is: 'secret', required: true },
  },
};
