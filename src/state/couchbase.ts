// Generated from catalog/components/state/couchbase.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.couchbase` v1.
 */
export interface CouchbaseProps extends StateStoreOptions {
  /**
   * Number of replicas that must have received a change. At least 0.
   *
   * @default 0
   */
  readonly numReplicasDurableReplication?: number | MetadataValue;

  /**
   * Number of nodes that must have written a change to disk. At least 0.
   *
   * @default 0
   */
  readonly numReplicasDurablePersistence?: number | MetadataValue;

  /**
   * Couchbase connection string, as couchbase://host.
   */
  readonly couchbaseURL: string | MetadataValue;

  /**
   * Name of the user to log in as.
   */
  readonly username: string | MetadataValue;

  /**
   * Password to log in with.
   */
  readonly password: SecretValue;

  /**
   * Name of the bucket that holds the state.
   */
  readonly bucketName: string | MetadataValue;
}

/**
 * Keeps state in a Couchbase bucket.
 *
 * The type is `state.couchbase`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-couchbase/
 */
export class Couchbase extends StateStore {
  constructor(scope: Construct, id: string, props: CouchbaseProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.couchbase',
  version: 'v1',
  fields: {
    numReplicasDurableReplication: { is: 'integer', min: 0 },
    numReplicasDurablePersistence: { is: 'integer', min: 0 },
    couchbaseURL: { is: 'text', required: true },
    username: { is: 'text', required: true },
    password: { is: 'secret', required: true },
    bucketName: { is: 'text', required: true },
  },
};
