// Generated from catalog/components/state/etcd-v1.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `EtcdV1Auth.tls` takes.
 */
export interface EtcdV1TlsOptions {
  /**
   * CA certificate that the etcd server certificate is checked against, as PEM text.
   */
  readonly ca: string | MetadataValue;

  /**
   * Client certificate shown to etcd, as PEM text.
   */
  readonly cert: string | MetadataValue;

  /**
   * Private key of the client certificate, as PEM text.
   */
  readonly key: SecretValue;
}

/**
 * A complete way for `state.etcd` to authenticate.
 */
export class EtcdV1Auth {
  /**
   * Authenticates with a client certificate.
   *
   * @param options what to authenticate with
   */
  public static tls(options: EtcdV1TlsOptions): EtcdV1Auth {
    return new EtcdV1Auth({ ...TLS, type: 'state.etcd', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.etcd'>;

  private constructor(auth: AuthProfile<'state.etcd'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.etcd` v1.
 */
export interface EtcdV1Props extends TransactionalStateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: EtcdV1Auth;

  /**
   * etcd servers, as a comma-separated host:port list.
   */
  readonly endpoints: string | MetadataValue;

  /**
   * Path put in front of all keys.
   *
   * @default - not set
   */
  readonly keyPrefixPath?: string | MetadataValue;

  /**
   * Number of operations that one etcd transaction may hold, as set on the server.
   *
   * @default 128
   */
  readonly maxTxnOps?: number | MetadataValue;
}

/**
 * Keeps state in an etcd cluster, as plain values.
 *
 * The type is `state.etcd`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-etcd/
 */
export class EtcdV1 extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: EtcdV1Props) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.etcd',
  version: 'v1',
  auth: { required: false, expected: 'EtcdV1Auth.tls' },
  fields: {
    endpoints: { is: 'text', required: true, example: 'etcd:2379' },
    keyPrefixPath: { is: 'text' },
    maxTxnOps: { is: 'integer' },
  },
};

const TLS: AuthFacts = {
  name: 'tls',
  sets: { tlsEnable: 'true' },
  fields: {
    ca: { is: 'text', required: true },
    cert: { is: 'text', required: true },
    key: { is: 'secret', required: true },
  },
};
