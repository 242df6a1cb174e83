// Generated from catalog/components/state/coherence.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ITtlStateStore, StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.coherence` v1.
 */
export interface CoherenceProps extends StateStoreOptions {
  /**
   * Address of the Coherence gRPC proxy, as host:port.
   *
   * @default 'localhost:1408'
   */
  readonly serverAddress?: string | MetadataValue;

  /**
   * Connects to Coherence with TLS.
   *
   * @default false
   */
  readonly tlsEnabled?: boolean | MetadataValue;

  /**
   * Path of the client certificate file shown to Coherence.
   *
   * @default - not set
   */
  readonly tlsClientCertPath?: string | MetadataValue;

  /**
   * Path of the private key file of the client certificate.
   *
   * @default - not set
   */
  readonly tlsClientKey?: string | MetadataValue;

  /**
   * Path of the CA certificate file that the Coherence server is checked against.
   *
   * @default - not set
   */
  readonly tlsCertsPath?: string | MetadataValue;

  /**
   * Accepts self-signed certificates; for tests only.
   *
   * @default false
   */
  readonly ignoreInvalidCerts?: boolean | MetadataValue;

  /**
   * Name that keeps caches of several components apart in one cluster.
   *
   * @default - not set
   */
  readonly scopeName?: string | MetadataValue;

  /**
   * How long a call to the cluster may take.
   *
   * @default Duration.seconds(30)
   */
  readonly requestTimeout?: Duration | MetadataValue;

  /**
   * How long entries stay in a local cache; zero sets no such limit. At least 0.256 s.
   *
   * @default - 0
   */
  readonly nearCacheTTL?: Duration | MetadataValue;

  /**
   * Largest number of entries in the local cache; 0 sets no such limit.
   *
   * @default 0
   */
  readonly nearCacheUnits?: number | MetadataValue;

  /**
   * Largest size of the local cache, in bytes; 0 sets no such limit.
   *
   * @default 0
   */
  readonly nearCacheMemory?: number | MetadataValue;
}

/**
 * Keeps state in an Oracle Coherence cache.
 *
 * The type is `state.coherence`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.16.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-coherence/
 */
export class Coherence extends StateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: CoherenceProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.coherence',
  version: 'v1',
  since: '1.16',
  fields: {
    serverAddress: { is: 'text' },
    tlsEnabled: { is: 'boolean' },
    tlsClientCertPath: { is: 'text' },
    tlsClientKey: { is: 'text' },
    tlsCertsPath: { is: 'text' },
    ignoreInvalidCerts: { is: 'boolean' },
    scopeName: { is: 'text' },
    requestTimeout: { is: 'duration' },
    nearCacheTTL: { is: 'duration', min: 256 },
    nearCacheUnits: { is: 'integer' },
    nearCacheMemory: { is: 'integer' },
  },
};
