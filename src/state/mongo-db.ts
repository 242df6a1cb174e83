// Generated from catalog/components/state/mongo-db.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { IQueryableStateStore, ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `readconcern`.
 */
export enum MongoDbReadconcern {
  /** Writes `available`. */
  AVAILABLE = 'available',
  /** Writes `local`. */
  LOCAL = 'local',
  /** Writes `linearizable`. */
  LINEARIZABLE = 'linearizable',
  /** Writes `majority`. */
  MAJORITY = 'majority',
  /** Writes `snapshot`. */
  SNAPSHOT = 'snapshot',
}

/**
 * The settings of `state.mongodb` v1.
 */
export interface MongoDbProps extends TransactionalStateStoreOptions {
  /**
   * Name of the database that holds the state.
   *
   * @default 'daprStore'
   */
  readonly databaseName?: string | MetadataValue;

  /**
   * Name of the MongoDB collection that holds the state.
   *
   * @default 'daprCollection'
   */
  readonly collectionName?: string | MetadataValue;

  /**
   * MongoDB write concern, such as majority or a number of nodes.
   *
   * @default - not set
   */
  readonly writeconcern?: string | MetadataValue;

  /**
   * MongoDB read concern, such as local or majority.
   *
   * @default - not set
   */
  readonly readconcern?: MongoDbReadconcern | MetadataValue;

  /**
   * How long a MongoDB operation may take.
   *
   * @default Duration.seconds(5)
   */
  readonly operationTimeout?: Duration | MetadataValue;

  /**
   * Address of the MongoDB server, as host:port; several are separated by commas.
   *
   * @default - not set
   */
  readonly host?: string | MetadataValue;

  /**
   * Host name with a DNS SRV record that lists the MongoDB servers, in place of host.
   *
   * @default - not set
   */
  readonly server?: string | MetadataValue;

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
   * Further connection options, as a query string that starts with a question mark.
   *
   * @default - not set
   */
  readonly params?: string | MetadataValue;

  /**
   * MongoDB connection URL, as mongodb:// or mongodb+srv://; replaces host and server.
   *
   * @default - not set
   */
  readonly connectionString?: SecretValue;
}

/**
 * Keeps state in a MongoDB collection.
 *
 * The type is `state.mongodb`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-mongodb/
 */
export class MongoDb extends TransactionalStateStore implements IQueryableStateStore, ITtlStateStore {
  /** The store finds values by their content. */
  public readonly supportsQuery: boolean = true;
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: MongoDbProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.mongodb',
  version: 'v1',
  anyOf: ['host', 'server', 'connectionString'],
  fields: {
    databaseName: { is: 'text' },
    collectionName: { is: 'text' },
    writeconcern: { is: 'text' },
    readconcern: { is: 'enum', of: ['available', 'local', 'linearizable', 'majority', 'snapshot'] },
    operationTimeout: { is: 'duration' },
    host: { is: 'text' },
    server: { is: 'text' },
    username: { is: 'text' },
    password: { is: 'secret' },
    params: { is: 'text' },
    connectionString: { is: 'secret' },
  },
};
