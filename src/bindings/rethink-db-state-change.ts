// Generated from catalog/components/bindings/rethink-db-state-change.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Binding, IInputBinding, InputBindingOptions } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.rethinkdb.statechange` v1.
 */
export interface RethinkDbStateChangeProps extends InputBindingOptions {
  /**
   * Name of the table whose changes are reported.
   *
   * @default 'daprstate'
   */
  readonly table?: string | MetadataValue;

  /**
   * How long to wait for a connection to be made.
   *
   * @default - not set
   */
  readonly timeout?: Duration | MetadataValue;

  /**
   * Reads numbers as exact text (json.Number) in place of floating point.
   *
   * @default false
   */
  readonly useJSONNumber?: boolean | MetadataValue;

  /**
   * How often a query is tried again after a connection error.
   *
   * @default - not set
   */
  readonly numRetries?: number | MetadataValue;

  /**
   * How long past errors of a server count when the next one is chosen.
   *
   * @default Duration.minutes(5)
   */
  readonly hostDecayDuration?: Duration | MetadataValue;

  /**
   * Reports queries as OpenTracing spans.
   *
   * @default false
   */
  readonly useOpentracing?: boolean | MetadataValue;

  /**
   * How long a write to the socket may take.
   *
   * @default - not set
   */
  readonly writeTimeout?: Duration | MetadataValue;

  /**
   * How long to wait for the answer to a read.
   *
   * @default - not set
   */
  readonly readTimeout?: Duration | MetadataValue;

  /**
   * Version of the RethinkDB handshake protocol.
   *
   * @default - not set
   */
  readonly handshakeVersion?: number | MetadataValue;

  /**
   * How often TCP keep-alives are sent.
   *
   * @default - not set
   */
  readonly keepAlivePeriod?: Duration | MetadataValue;

  /**
   * Largest number of idle connections in the pool.
   *
   * @default - not set
   */
  readonly maxIdle?: number | MetadataValue;

  /**
   * Key for RethinkDB servers that use the old handshake (before V1.0).
   *
   * @default - not set
   */
  readonly authKey?: SecretValue;

  /**
   * Number of connections that the pool opens at the start.
   *
   * @default - not set
   */
  readonly initialCap?: number | MetadataValue;

  /**
   * Largest number of open connections in the pool.
   *
   * @default - not set
   */
  readonly maxOpen?: number | MetadataValue;

  /**
   * Finds further servers of the cluster through the ones given.
   *
   * @default - not set
   */
  readonly discoverHosts?: boolean | MetadataValue;

  /**
   * How often the list of servers is read again.
   *
   * @default - not set
   */
  readonly nodeRefreshInterval?: Duration | MetadataValue;

  /**
   * Address of the server, as host:port.
   *
   * @default - not set
   */
  readonly address?: string | MetadataValue;

  /**
   * Addresses of several RethinkDB servers, as a comma-separated host:port list.
   *
   * @default - not set
   */
  readonly addresses?: string[] | MetadataValue;

  /**
   * Name of the database that holds the data.
   *
   * @default - not set
   */
  readonly database?: string | MetadataValue;

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

  /**
   * Encrypts the connection with TLS.
   *
   * @default false
   */
  readonly enableTLS?: boolean | MetadataValue;

  /**
   * Client certificate shown to the server, as PEM text.
   *
   * @default - not set
   */
  readonly clientCert?: string | MetadataValue;

  /**
   * Private key of the client certificate, as PEM text.
   *
   * @default - not set
   */
  readonly clientKey?: SecretValue;
}

/**
 * Triggers the app when rows of a RethinkDB state table change.
 *
 * The type is `bindings.rethinkdb.statechange`, version v1. Dapr calls it beta; it is not in the image with stable components only.
 * Operations: read.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/rethinkdb/
 */
export class RethinkDbStateChange extends Binding implements IInputBinding {
  /** The name of the component, and its route where no other is set. */
  public readonly inputBindingName: string;

  constructor(scope: Construct, id: string, props: RethinkDbStateChangeProps = {}) {
    super(scope, id, typed(SCHEMA, props));
    this.inputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.rethinkdb.statechange',
  version: 'v1',
  directions: ['input'],
  fields: {
    table: { is: 'text' },
    timeout: { is: 'duration' },
    useJSONNumber: { is: 'boolean' },
    numRetries: { is: 'integer' },
    hostDecayDuration: { is: 'duration' },
    useOpentracing: { is: 'boolean' },
    writeTimeout: { is: 'duration' },
    readTimeout: { is: 'duration' },
    handshakeVersion: { is: 'integer' },
    keepAlivePeriod: { is: 'duration' },
    maxIdle: { is: 'integer' },
    authKey: { is: 'secret' },
    initialCap: { is: 'integer' },
    maxOpen: { is: 'integer' },
    discoverHosts: { is: 'boolean' },
    nodeRefreshInterval: { is: 'duration' },
    address: { is: 'text' },
    addresses: { is: 'texts' },
    database: { is: 'text' },
    username: { is: 'text' },
    password: { is: 'secret' },
    enableTLS: { is: 'boolean' },
    clientCert: { is: 'text' },
    clientKey: { is: 'secret' },
  },
};
