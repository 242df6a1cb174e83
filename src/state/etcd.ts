// Generated from catalog/components/state/etcd.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `EtcdAuth.tls` takes.
 */
export interface EtcdTlsOptions {
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
export class EtcdAuth {
  /**
   * Authenticates with a client certificate.
   *
   * @param options what to authenticate with
   */
  public static tls(options: EtcdTlsOptions): EtcdAuth {
    return new EtcdAuth({ ...TLS, type: 'state.etcd', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.etcd'>;

  private constructor(auth: AuthProfile<'state.etcd'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.etcd` v2.
 */
export interface EtcdProps extends TransactionalStateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: EtcdAuth;

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
 * Keeps state in an etcd cluster, together with the expiry time of each value.
 *
 * The type is `state.etcd`, version v2. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-etcd/
 */
export class Etcd extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: EtcdProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.etcd',
  version: 'v2',
  auth: { required: false, expected: 'EtcdAuth.tls' },
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
