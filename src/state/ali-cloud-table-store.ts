// Generated from catalog/components/state/ali-cloud-table-store.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.alicloud.tablestore` v1.
 */
export interface AliCloudTableStoreProps extends StateStoreOptions {
  /**
   * URL of the Tablestore instance.
   */
  readonly endpoint: string | MetadataValue;

  /**
   * Name of the Tablestore instance.
   */
  readonly instanceName: string | MetadataValue;

  /**
   * Name of the table that holds the state.
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
 * Keeps state in an Alibaba Cloud Tablestore table.
 *
 * The type is `state.alicloud.tablestore`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/
 */
export class AliCloudTableStore extends StateStore {
  constructor(scope: Construct, id: string, props: AliCloudTableStoreProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.alicloud.tablestore',
  version: 'v1',
  fields: {
    endpoint: { is: 'text', required: true },
    instanceName: { is: 'text', required: true },
    tableName: { is: 'text', required: true },
    accessKeyID: { is: 'text', required: true },
    accessKey: { is: 'secret', required: true },
  },
};
