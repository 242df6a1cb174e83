// Generated from catalog/components/bindings/ali-cloud-ding-talk-webhook.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, IInputBinding, IOutputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.alicloud.dingtalk.webhook` v1.
 */
export interface AliCloudDingTalkWebhookProps extends InputBindingOptions {
  /**
   * ID of the webhook, distinct for each component.
   */
  readonly id: string | MetadataValue;

  /**
   * Webhook URL of the DingTalk robot, with its access token.
   */
  readonly url: string | MetadataValue;

  /**
   * Secret with which calls to the DingTalk robot are signed.
   *
   * @default - not set
   */
  readonly secret?: SecretValue;
}

/**
 * Sends messages to a DingTalk robot and receives its outgoing webhook calls.
 *
 * The type is `bindings.alicloud.dingtalk.webhook`, version v1; `bindings.dingtalk.webhook` is the same. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create, read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/alicloud-dingtalk/
 */
export class AliCloudDingTalkWebhook extends Binding implements IInputBinding, IOutputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AliCloudDingTalkWebhookProps) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.alicloud.dingtalk.webhook',
  version: 'v1',
  directions: ['input', 'output'],
  fields: {
    id: { is: 'text', required: true },
    url: { is: 'text', required: true },
    secret: { is: 'secret' },
  },
};
