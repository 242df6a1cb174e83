// Generated from catalog/components/bindings/huawei-obs.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.huawei.obs` v1.
 */
export interface HuaweiObsProps extends BindingOptions {
  /**
   * URL of the OBS service in its region.
   */
  readonly endpoint: string | MetadataValue;

  /**
   * Name of the OBS bucket that holds the objects.
   */
  readonly bucket: string | MetadataValue;

  /**
   * Access key ID (AK) of the Huawei Cloud account.
   */
  readonly accessKey: SecretValue;

  /**
   * Secret part (SK) of the Huawei Cloud access key.
   */
  readonly secretKey: SecretValue;

  /**
   * Huawei Cloud region of the bucket.
   *
   * @default - not set
   */
  readonly region?: string | MetadataValue;
}

/**
 * Stores, reads, lists and deletes objects in a Huawei Cloud OBS bucket.
 *
 * The type is `bindings.huawei.obs`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/huawei-obs
 */
export class HuaweiObs extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: HuaweiObsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.huawei.obs',
  version: 'v1',
  directions: ['output'],
  fields: {
    endpoint: { is: 'text', required: true },
    bucket: { is: 'text', required: true },
    accessKey: { is: 'secret', required: true },
    secretKey: { is: 'secret', required: true },
    region: { is: 'text' },
  },
};
