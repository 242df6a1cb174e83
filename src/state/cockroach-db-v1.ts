// Generated from catalog/components/state/cockroach-db-v1.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { IQueryableStateStore, ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `queryExecMode`.
 */
export enum CockroachDbV1QueryExecMode {
  /** Writes `cache_statement`. */
  CACHE_STATEMENT = 'cache_statement',
  /** Writes `cache_describe`. */
  CACHE_DESCRIBE = 'cache_describe',
  /** Writes `describe_exec`. */
  DESCRIBE_EXEC = 'describe_exec',
  /** Writes `exec`. */
  EXEC = 'exec',
  /** Writes `simple_protocol`. */
  SIMPLE_PROTOCOL = 'simple_protocol',
}

/**
 * The settings of `state.cockroachdb` v1.
 */
export interface CockroachDbV1Props extends TransactionalStateStoreOptions {
  /**
   * How long a database call may take. At least 1 s.
   *
   * @default Duration.seconds(20)
   */
  readonly timeout?: Duration | MetadataValue;

  /**
   * Name of the table that holds the state; may be schema.table.
   *
   * @default 'state'
   */
  readonly tableName?: string | MetadataValue;

  /**
   * Table where Dapr keeps its own data, such as the schema version; may be schema.table.
   *
   * @default 'dapr_metadata'
   */
  readonly metadataTableName?: string | MetadataValue;

  /**
   * How often rows past their TTL are deleted; zero or less turns this off.
   *
   * @default Duration.hours(1)
   */
  readonly cleanupInterval?: Duration | MetadataValue;

  /**
   * Idle time after which a pooled connection is closed.
   *
   * @default - not set
   */
  readonly connectionMaxIdleTime?: Duration | MetadataValue;

  /**
   * Host name of the CockroachDB server.
   *
   * @default - not set
   */
  readonly host?: string | MetadataValue;

  /**
   * IP address of the server, which saves a DNS lookup.
   *
   * @default - not set
   */
  readonly hostaddr?: string | MetadataValue;

  /**
   * Port of the CockroachDB server.
   *
   * @default - not set
   */
  readonly port?: string | MetadataValue;

  /**
   * Name of the database that holds the data.
   *
   * @default - not set
   */
  readonly database?: string | MetadataValue;

  /**
   * Name of the database user to log in as.
   *
   * @default - not set
   */
  readonly user?: string | MetadataValue;

  /**
   * Password to log in with.
   *
   * @default - not set
   */
  readonly password?: SecretValue;

  /**
   * Path of the CA certificate file that the server is checked against.
   *
   * @default - not set
   */
  readonly sslRootCert?: string | MetadataValue;

  /**
   * Largest number of connections in the pool; 0 or less leaves it to the driver.
   *
   * @default - not set
   */
  readonly maxConns?: number | MetadataValue;

  /**
   * How queries are sent to the server; exec or simple_protocol suit poolers such as PgBouncer.
   *
   * @default - not set
   */
  readonly queryExecMode?: CockroachDbV1QueryExecMode | MetadataValue;

  /**
   * CockroachDB connection string, as key=value pairs or a postgres:// URL.
   *
   * @default - not set
   */
  readonly connectionString?: SecretValue;
}

/**
 * Keeps state in a CockroachDB database.
 *
 * The type is `state.cockroachdb`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-cockroachdb/
 */
export class CockroachDbV1 extends TransactionalStateStore implements IQueryableStateStore, ITtlStateStore {
  /** The store finds values by their content. */
  public readonly supportsQuery: boolean = true;
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: CockroachDbV1Props = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.cockroachdb',
  version: 'v1',
  anyOf: ['connectionString', 'host'],
  fields: {
    timeout: { is: 'duration', min: 1000 },
    tableName: { is: 'text' },
    metadataTableName: { is: 'text' },
    cleanupInterval: { is: 'duration' },
    connectionMaxIdleTime: { is: 'duration' },
    host: { is: 'text' },
    hostaddr: { is: 'text' },
    port: { is: 'text' },
    database: { is: 'text' },
    user: { is: 'text' },
    password: { is: 'secret' },
    sslRootCert: { is: 'text' },
    maxConns: { is: 'integer' },
    queryExecMode: { is: 'enum', of: ['cache_statement', 'cache_describe', 'describe_exec', 'exec', 'simple_protocol'] },
    connectionString: { is: 'secret' },
  },
};
