// Generated from catalog/components/state/raven-db.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.ravendb` v1.
 */
export interface RavenDbProps extends TransactionalStateStoreOptions {
  /**
   * Name of the RavenDB database that holds the state.
   *
   * @default 'daprStore'
   */
  readonly databaseName?: string | MetadataValue;

  /**
   * URL of the RavenDB server.
   */
  readonly serverURL: string | MetadataValue;

  /**
   * Path of the client certificate file for https access to RavenDB.
   *
   * @default - not set
   */
  readonly certPath?: string | MetadataValue;

  /**
   * Path of the private key file of the client certificate.
   *
   * @default - not set
   */
  readonly keyPath?: string | MetadataValue;

  /**
   * Turns on the expiry of documents in RavenDB.
   *
   * @default true
   */
  readonly enableTTL?: boolean | MetadataValue;

  /**
   * How often RavenDB deletes expired documents, in seconds.
   *
   * @default 60
   */
  readonly ttlFrequency?: number | MetadataValue;
}

/**
 * Keeps state in a RavenDB database.
 *
 * The type is `state.ravendb`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.17.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-ravendb/
 */
export class RavenDb extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: RavenDbProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.ravendb',
  version: 'v1',
  since: '1.17',
  fields: {
    databaseName: { is: 'text', wire: 'DatabaseName' },
    serverURL: { is: 'text', required: true, wire: 'ServerURL' },
    certPath: { is: 'text', wire: 'CertPath' },
    keyPath: { is: 'text', wire: 'KeyPath' },
    enableTTL: { is: 'boolean', wire: 'EnableTTL' },
    ttlFrequency: { is: 'integer', wire: 'TTLFrequency' },
  },
};
