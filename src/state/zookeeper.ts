// Generated from catalog/components/state/zookeeper.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.zookeeper` v1.
 */
export interface ZookeeperProps extends StateStoreOptions {
  /**
   * ZooKeeper servers, as a comma-separated host:port list.
   */
  readonly servers: string | MetadataValue;

  /**
   * Time without contact after which ZooKeeper ends the session, as a Go duration.
   */
  readonly sessionTimeout: string | MetadataValue;

  /**
   * Largest answer accepted from ZooKeeper, in bytes.
   *
   * @default 1048576
   */
  readonly maxBufferSize?: number | MetadataValue;

  /**
   * Size of the receive buffer of each connection, in bytes.
   *
   * @default 1048576
   */
  readonly maxConnBufferSize?: number | MetadataValue;

  /**
   * Path put in front of all keys.
   *
   * @default - not set
   */
  readonly keyPrefixPath?: string | MetadataValue;
}

/**
 * Keeps state in an Apache ZooKeeper ensemble.
 *
 * The type is `state.zookeeper`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-zookeeper/
 */
export class Zookeeper extends StateStore {
  constructor(scope: Construct, id: string, props: ZookeeperProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.zookeeper',
  version: 'v1',
  fields: {
    servers: { is: 'text', required: true, example: 'zookeeper:2181' },
    sessionTimeout: { is: 'text', required: true, example: '5s' },
    maxBufferSize: { is: 'integer' },
    maxConnBufferSize: { is: 'integer' },
    keyPrefixPath: { is: 'text' },
  },
};
