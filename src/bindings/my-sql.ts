// Generated from catalog/components/bindings/my-sql.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.mysql` v1.
 */
export interface MySqlProps extends BindingOptions {
  /**
   * Data source name of the database, as user:password@tcp(host:port)/database.
   */
  readonly url: string | MetadataValue;

  /**
   * Path of the CA certificate file (PEM) for TLS connections to the server.
   *
   * @default - not set
   */
  readonly pemPath?: string | MetadataValue;

  /**
   * Largest number of idle connections in the pool.
   *
   * @default - not set
   */
  readonly maxIdleConns?: number | MetadataValue;

  /**
   * Largest number of open connections in the pool.
   *
   * @default - not set
   */
  readonly maxOpenConns?: number | MetadataValue;

  /**
   * Age at which a pooled connection is closed.
   *
   * @default - not set
   */
  readonly connMaxLifetime?: Duration | MetadataValue;

  /**
   * Idle time after which a pooled connection is closed.
   *
   * @default - not set
   */
  readonly connMaxIdleTime?: Duration | MetadataValue;
}

/**
 * Runs SQL statements against a MySQL or MariaDB database.
 *
 * The type is `bindings.mysql`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: exec, query, close.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/mysql/
 */
export class MySql extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: MySqlProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.mysql',
  version: 'v1',
  directions: ['output'],
  fields: {
    url: { is: 'text', required: true },
    pemPath: { is: 'text' },
    maxIdleConns: { is: 'integer' },
    maxOpenConns: { is: 'integer' },
    connMaxLifetime: { is: 'duration' },
    connMaxIdleTime: { is: 'duration' },
  },
};
