// Generated from catalog/components/bindings/ali-cloud-oss.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.alicloud.oss` v1.
 */
export interface AliCloudOssProps extends BindingOptions {
  /**
   * URL of the OSS service in its region.
   */
  readonly endpoint: string | MetadataValue;

  /**
   * Name of the OSS bucket that objects are written to.
   */
  readonly bucket: string | MetadataValue;

  /**
   * ID of the Alibaba Cloud access key.
   *
   * @default - not set
   */
  readonly accessKeyID?: SecretValue;

  /**
   * Secret part of the Alibaba Cloud access key, paired with accessKeyID.
   *
   * @default - not set
   */
  readonly accessKey?: SecretValue;
}

/**
 * Writes objects to an Alibaba Cloud OSS bucket.
 *
 * The type is `bindings.alicloud.oss`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/oss/
 */
export class AliCloudOss extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AliCloudOssProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.alicloud.oss',
  version: 'v1',
  directions: ['output'],
  fields: {
    endpoint: { is: 'text', required: true },
    bucket: { is: 'text', required: true },
    accessKeyID: { is: 'secret' },
    accessKey: { is: 'secret' },
  },
};
