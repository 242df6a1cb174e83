// Generated from catalog/components/bindings/ali-cloud-sls.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.alicloud.sls` v1.
 */
export interface AliCloudSlsProps extends BindingOptions {
  /**
   * URL of the Log Service in its region.
   */
  readonly endpoint: string | MetadataValue;

  /**
   * ID of the Alibaba Cloud access key.
   *
   * @default - not set
   */
  readonly accessKeyID?: SecretValue;

  /**
   * Secret part of the Alibaba Cloud access key.
   *
   * @default - not set
   */
  readonly accessKeySecret?: SecretValue;
}

/**
 * Writes log entries to Alibaba Cloud Log Service.
 *
 * The type is `bindings.alicloud.sls`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/alicloudsls/
 */
export class AliCloudSls extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AliCloudSlsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.alicloud.sls',
  version: 'v1',
  directions: ['output'],
  fields: {
    endpoint: { is: 'text', required: true },
    accessKeyID: { is: 'secret' },
    accessKeySecret: { is: 'secret' },
  },
};
