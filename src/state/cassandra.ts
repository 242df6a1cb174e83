// Generated from catalog/components/state/cassandra.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlStateStore, StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `consistency`.
 */
export enum CassandraConsistency {
  /** Writes `Any`. */
  ANY = 'Any',
  /** Writes `One`. */
  ONE = 'One',
  /** Writes `Two`. */
  TWO = 'Two',
  /** Writes `Three`. */
  THREE = 'Three',
  /** Writes `Quorum`. */
  QUORUM = 'Quorum',
  /** Writes `All`. */
  ALL = 'All',
  /** Writes `LocalQuorum`. */
  LOCAL_QUORUM = 'LocalQuorum',
  /** Writes `EachQuorum`. */
  EACH_QUORUM = 'EachQuorum',
  /** Writes `LocalOne`. */
  LOCAL_ONE = 'LocalOne',
}

/**
 * The settings of `state.cassandra` v1.
 */
export interface CassandraProps extends StateStoreOptions {
  /**
   * Host names of Cassandra nodes, as a comma-separated list.
   */
  readonly hosts: string[] | MetadataValue;

  /**
   * Port of the Cassandra nodes.
   *
   * @default 9042
   */
  readonly port?: number | MetadataValue;

  /**
   * Checks that the server certificate matches the host name.
   *
   * @default false
   */
  readonly enableHostVerification?: boolean | MetadataValue;

  /**
   * Name of the table that holds the state.
   *
   * @default 'items'
   */
  readonly table?: string | MetadataValue;

  /**
   * Version of the Cassandra native protocol.
   *
   * @default 4
   */
  readonly protoVersion?: number | MetadataValue;

  /**
   * Number of copies of each row, used when the keyspace is created.
   *
   * @default 1
   */
  readonly replicationFactor?: number | MetadataValue;

  /**
   * Number of replicas that must confirm, as a Cassandra consistency level such as Quorum.
   *
   * @default CassandraConsistency.ALL
   */
  readonly consistency?: CassandraConsistency | MetadataValue;

  /**
   * Cassandra keyspace that holds the table; created when missing.
   *
   * @default 'dapr'
   */
  readonly keyspace?: string | MetadataValue;

  /**
   * Name of the user to log in as.
   *
   * @default - not set
   */
  readonly username?: string | MetadataValue;

  /**
   * Password to log in with.
   *
   * @default - not set
   */
  readonly password?: SecretValue;
}

/**
 * Keeps state in an Apache Cassandra table.
 *
 * The type is `state.cassandra`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-cassandra/
 */
export class Cassandra extends StateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: CassandraProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.cassandra',
  version: 'v1',
  fields: {
    hosts: { is: 'texts', required: true },
    port: { is: 'integer' },
    enableHostVerification: { is: 'boolean' },
    table: { is: 'text' },
    protoVersion: { is: 'integer' },
    replicationFactor: { is: 'integer' },
    consistency: { is: 'enum', of: ['Any', 'One', 'Two', 'Three', 'Quorum', 'All', 'LocalQuorum', 'EachQuorum', 'LocalOne'] },
    keyspace: { is: 'text' },
    username: { is: 'text' },
    password: { is: 'secret' },
  },
};
