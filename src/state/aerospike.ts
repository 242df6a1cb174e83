// Generated from catalog/components/state/aerospike.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.aerospike` v1.
 */
export interface AerospikeProps extends StateStoreOptions {
  /**
   * Aerospike servers, as a comma-separated host:port list.
   */
  readonly hosts: string | MetadataValue;

  /**
   * Aerospike namespace that holds the records.
   */
  readonly namespace: string | MetadataValue;

  /**
   * Aerospike set that holds the records.
   *
   * @default - not set
   */
  readonly set?: string | MetadataValue;
}

/**
 * Keeps state in an Aerospike database.
 *
 * The type is `state.aerospike`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-aerospike/
 */
export class Aerospike extends StateStore {
  constructor(scope: Construct, id: string, props: AerospikeProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.aerospike',
  version: 'v1',
  fields: {
    hosts: { is: 'text', required: true, example: 'aerospike:3000' },
    namespace: { is: 'text', required: true, example: 'orders' },
    set: { is: 'text' },
  },
};
