// Generated from catalog/components/state/oracle-database.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.oracledatabase` v1.
 */
export interface OracleDatabaseProps extends TransactionalStateStoreOptions {
  /**
   * Name of the table that holds the state.
   *
   * @default 'state'
   */
  readonly tableName?: string | MetadataValue;

  /**
   * Folder with the Oracle wallet, for encrypted connections such as to Autonomous Database.
   *
   * @default - not set
   */
  readonly oracleWalletLocation?: string | MetadataValue;

  /**
   * Number of keys that one SQL query of a bulk read asks for; more keys take several queries.
   *
   * @default 1000
   */
  readonly bulkGetChunkSize?: number | MetadataValue;

  /**
   * Oracle connection URL, as oracle://user:password@host:port/service.
   */
  readonly connectionString: SecretValue;

  /**
   * Largest number of open connections in the pool. At least 0. Since Dapr 1.19.
   *
   * @default 0
   */
  readonly maxOpenConns?: number | MetadataValue;

  /**
   * Largest number of idle connections in the pool. At least 0. Since Dapr 1.19.
   *
   * @default 2
   */
  readonly maxIdleConns?: number | MetadataValue;

  /**
   * Age at which a pooled connection is closed. Since Dapr 1.19.
   *
   * @default Duration.seconds(0)
   */
  readonly connMaxLifetime?: Duration | MetadataValue;

  /**
   * Idle time after which a pooled connection is closed. Since Dapr 1.19.
   *
   * @default Duration.seconds(0)
   */
  readonly connMaxIdleTime?: Duration | MetadataValue;
}

/**
 * Keeps state in an Oracle Database table.
 *
 * The type is `state.oracledatabase`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-oracledatabase/
 */
export class OracleDatabase extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: OracleDatabaseProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.oracledatabase',
  version: 'v1',
  fields: {
    tableName: { is: 'text' },
    oracleWalletLocation: { is: 'text' },
    bulkGetChunkSize: { is: 'integer' },
    connectionString: { is: 'secret', required: true },
    maxOpenConns: { is: 'integer', min: 0, since: '1.19' },
    maxIdleConns: { is: 'integer', min: 0, since: '1.19' },
    connMaxLifetime: { is: 'duration', since: '1.19' },
    connMaxIdleTime: { is: 'duration', since: '1.19' },
  },
};
