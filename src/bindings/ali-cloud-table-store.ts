// Generated from catalog/components/bindings/ali-cloud-table-store.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.alicloud.tablestore` v1.
 */
export interface AliCloudTableStoreProps extends BindingOptions {
  /**
   * URL of the Tablestore instance.
   */
  readonly endpoint: string | MetadataValue;

  /**
   * Name of the Tablestore instance.
   */
  readonly instanceName: string | MetadataValue;

  /**
   * Name of the Tablestore table to work on.
   */
  readonly tableName: string | MetadataValue;

  /**
   * ID of the Alibaba Cloud access key.
   */
  readonly accessKeyID: string | MetadataValue;

  /**
   * Secret part of the Alibaba Cloud access key, paired with accessKeyID.
   */
  readonly accessKey: SecretValue;
}

/**
 * Reads and writes rows of an Alibaba Cloud Tablestore table.
 *
 * The type is `bindings.alicloud.tablestore`, version v1. Dapr calls it stable; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/alicloudtablestore/
 */
export class AliCloudTableStore extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: AliCloudTableStoreProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.alicloud.tablestore',
  version: 'v1',
  directions: ['output'],
  fields: {
    endpoint: { is: 'text', required: true },
    instanceName: { is: 'text', required: true },
    tableName: { is: 'text', required: true },
    accessKeyID: { is: 'text', required: true },
    accessKey: { is: 'secret', required: true },
  },
};
