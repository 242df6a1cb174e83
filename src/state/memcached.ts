// Generated from catalog/components/state/memcached.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlStateStore, StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.memcached` v1.
 */
export interface MemcachedProps extends StateStoreOptions {
  /**
   * Memcached servers, as a comma-separated host:port list.
   */
  readonly hosts: string[] | MetadataValue;

  /**
   * Largest number of idle connections kept per server.
   *
   * @default 2
   */
  readonly maxIdleConnections?: number | MetadataValue;

  /**
   * How long to wait for the answer of a server, in milliseconds.
   *
   * @default Duration.seconds(1)
   */
  readonly timeout?: Duration | MetadataValue;
}

/**
 * Keeps state in Memcached servers.
 *
 * The type is `state.memcached`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-memcached/
 */
export class Memcached extends StateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: MemcachedProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.memcached',
  version: 'v1',
  fields: {
    hosts: { is: 'texts', required: true },
    maxIdleConnections: { is: 'integer' },
    timeout: { is: 'duration', unit: 'ms' },
  },
};
