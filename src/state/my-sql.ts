// Generated from catalog/components/state/my-sql.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.mysql` v1.
 */
export interface MySqlProps extends TransactionalStateStoreOptions {
  /**
   * How often rows past their TTL are deleted; zero or less turns this off.
   *
   * @default Duration.hours(1)
   */
  readonly cleanupInterval?: Duration | MetadataValue;

  /**
   * Table where Dapr keeps its own data, such as the schema version.
   *
   * @default 'dapr_metadata'
   */
  readonly metadataTableName?: string | MetadataValue;

  /**
   * Path of the CA certificate file (PEM) for TLS connections to the server.
   *
   * @default - not set
   */
  readonly pemPath?: string | MetadataValue;

  /**
   * Name of the database (schema) that holds the state; created when missing.
   *
   * @default 'dapr_state_store'
   */
  readonly schemaName?: string | MetadataValue;

  /**
   * Name of the table that holds the state; created when missing.
   *
   * @default 'state'
   */
  readonly tableName?: string | MetadataValue;

  /**
   * How long a database call may take, in seconds.
   *
   * @default 20
   */
  readonly timeoutInSeconds?: number | MetadataValue;

  /**
   * MySQL data source name, as user:password@tcp(host:port)/, without the schema.
   */
  readonly connectionString: SecretValue;
}

/**
 * Keeps state in a MySQL or MariaDB table.
 *
 * The type is `state.mysql`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-mysql/
 */
export class MySql extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: MySqlProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.mysql',
  version: 'v1',
  fields: {
    cleanupInterval: { is: 'duration' },
    metadataTableName: { is: 'text' },
    pemPath: { is: 'text' },
    schemaName: { is: 'text' },
    tableName: { is: 'text' },
    timeoutInSeconds: { is: 'integer' },
    connectionString: { is: 'secret', required: true },
  },
};
