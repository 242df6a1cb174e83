// Generated from catalog/components/state/hazelcast.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.hazelcast` v1.
 */
export interface HazelcastProps extends StateStoreOptions {
  /**
   * Hazelcast members, as a comma-separated host:port list.
   */
  readonly hazelcastServers: string | MetadataValue;

  /**
   * Name of the Hazelcast map that holds the state.
   */
  readonly hazelcastMap: string | MetadataValue;
}

/**
 * Keeps state in a Hazelcast map.
 *
 * The type is `state.hazelcast`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-hazelcast/
 */
export class Hazelcast extends StateStore {
  constructor(scope: Construct, id: string, props: HazelcastProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.hazelcast',
  version: 'v1',
  fields: {
    hazelcastServers: { is: 'text', required: true, example: 'hazelcast:5701' },
    hazelcastMap: { is: 'text', required: true, example: 'orders' },
  },
};
