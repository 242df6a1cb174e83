// Generated from catalog/components/bindings/twilio-sms.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.twilio.sms` v1.
 */
export interface TwilioSmsProps extends BindingOptions {
  /**
   * Phone number that sends the message, in international form.
   */
  readonly fromNumber: string | MetadataValue;

  /**
   * Phone number that gets the message, in international form.
   *
   * @default - not set
   */
  readonly toNumber?: string | MetadataValue;

  /**
   * How long a call to Twilio may take.
   *
   * @default Duration.seconds(30)
   */
  readonly timeout?: Duration | MetadataValue;

  /**
   * SID that identifies the Twilio account.
   */
  readonly accountSid: string | MetadataValue;

  /**
   * Secret token of the Twilio account.
   */
  readonly authToken: SecretValue;
}

/**
 * Sends text messages through Twilio.
 *
 * The type is `bindings.twilio.sms`, version v1. Dapr calls it stable; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/twilio/
 */
export class TwilioSms extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: TwilioSmsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.twilio.sms',
  version: 'v1',
  directions: ['output'],
  fields: {
    fromNumber: { is: 'text', required: true, example: '+15550100' },
    toNumber: { is: 'text', example: '+15550101' },
    timeout: { is: 'duration' },
    accountSid: { is: 'text', required: true },
    authToken: { is: 'secret', required: true },
  },
};
