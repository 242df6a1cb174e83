// Generated from catalog/components/state/sqlite.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.sqlite` v1.
 */
export interface SqliteProps extends TransactionalStateStoreOptions {
  /**
   * How long a database call may take. At least 1 s.
   *
   * @default Duration.seconds(20)
   */
  readonly timeout?: Duration | MetadataValue;

  /**
   * How long SQLite waits for a lock held by another connection before it gives up.
   *
   * @default Duration.seconds(2)
   */
  readonly busyTimeout?: Duration | MetadataValue;

  /**
   * Turns write-ahead logging off, as needed for a file on a network share.
   *
   * @default false
   */
  readonly disableWAL?: boolean | MetadataValue;

  /**
   * Name of the table that holds the state.
   *
   * @default - not set
   */
  readonly tableName?: string | MetadataValue;

  /**
   * Table where Dapr keeps its own data, such as the schema version.
   *
   * @default - not set
   */
  readonly metadataTableName?: string | MetadataValue;

  /**
   * How often rows past their TTL are deleted; zero or less turns this off.
   *
   * @default Duration.seconds(0)
   */
  readonly cleanupInterval?: Duration | MetadataValue;

  /**
   * Path of the database file, a file: URI, or :memory:.
   */
  readonly connectionString: SecretValue;
}

/**
 * Keeps state in a SQLite file.
 *
 * The type is `state.sqlite`, version v1; `state.sqlite3` is the same. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-sqlite/
 */
export class Sqlite extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: SqliteProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.sqlite',
  version: 'v1',
  fields: {
    timeout: { is: 'duration', min: 1000 },
    busyTimeout: { is: 'duration' },
    disableWAL: { is: 'boolean' },
    tableName: { is: 'text' },
    metadataTableName: { is: 'text' },
    cleanupInterval: { is: 'duration' },
    connectionString: { is: 'secret', required: true },
  },
};
