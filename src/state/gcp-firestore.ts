// Generated from catalog/components/state/gcp-firestore.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `GcpFirestoreAuth.serviceAccountKey` takes.
 */
export interface GcpFirestoreServiceAccountKeyOptions {
  /**
   * ID of the Google service account's private key.
   */
  readonly privateKeyId: string | MetadataValue;

  /**
   * Private key of the Google service account, as PEM text.
   */
  readonly privateKey: SecretValue;

  /**
   * E-mail address of the Google service account, as in its key file.
   */
  readonly clientEmail: string | MetadataValue;

  /**
   * Numeric ID of the Google service account, as in its key file.
   */
  readonly clientId: string | MetadataValue;

  /**
   * Google's OAuth2 authorization URL, as in the service account file.
   */
  readonly authUri: string | MetadataValue;

  /**
   * Google's OAuth2 token URL, as in the service account file.
   */
  readonly tokenUri: string | MetadataValue;

  /**
   * URL of Google's public certificates, as in the service account file.
   */
  readonly authProviderX509CertUrl: string | MetadataValue;

  /**
   * URL of the service account's public certificate, as in its key file.
   */
  readonly clientX509CertUrl: string | MetadataValue;
}

/**
 * A complete way for `state.gcp.firestore` to authenticate.
 */
export class GcpFirestoreAuth {
  /**
   * Authenticates with the key of a service account.
   *
   * @param options what to authenticate with
   */
  public static serviceAccountKey(options: GcpFirestoreServiceAccountKeyOptions): GcpFirestoreAuth {
    return new GcpFirestoreAuth({ ...SERVICE_ACCOUNT_KEY, type: 'state.gcp.firestore', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'state.gcp.firestore'>;

  private constructor(auth: AuthProfile<'state.gcp.firestore'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `state.gcp.firestore` v1.
 */
export interface GcpFirestoreProps extends StateStoreOptions {
  /**
   * How the sidecar authenticates.
   *
   * @default - without any of the profiles
   */
  readonly auth?: GcpFirestoreAuth;

  /**
   * Kind of the Datastore entities that hold the state.
   *
   * @default 'DaprState'
   */
  readonly entityKind?: string | MetadataValue;

  /**
   * Address of a Firestore (Datastore mode) emulator, as host:port.
   *
   * @default - not set
   */
  readonly connectionEndpoint?: string | MetadataValue;

  /**
   * Saves the values without an index, which lifts the size limit of indexed properties.
   *
   * @default false
   */
  readonly noIndex?: boolean | MetadataValue;

  /**
   * ID of the Google Cloud project.
   */
  readonly projectId: string | MetadataValue;
}

/**
 * Keeps state in Google Cloud Firestore (Datastore mode).
 *
 * The type is `state.gcp.firestore`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-firestore/
 */
export class GcpFirestore extends StateStore {
  constructor(scope: Construct, id: string, props: GcpFirestoreProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.gcp.firestore',
  version: 'v1',
  auth: { required: false, expected: 'GcpFirestoreAuth.serviceAccountKey' },
  fields: {
    entityKind: { is: 'text', wire: 'entity_kind' },
    connectionEndpoint: { is: 'text' },
    noIndex: { is: 'boolean' },
    projectId: { is: 'text', required: true, wire: 'project_id' },
  },
};

const SERVICE_ACCOUNT_KEY: AuthFacts = {
  name: 'serviceAccountKey',
  sets: { type: 'service_account' },
  fields: {
    privateKeyId: { is: 'text', required: true, wire: 'private_key_id' },
    privateKey: { is: 'secret', required: true, wire: 'private_key' },
    clientEmail: { is: 'text', required: true, wire: 'client_email' },
    clientId: { is: 'text', required: true, wire: 'client_id' },
    authUri: { is: 'text', required: true, wire: 'auth_uri' },
    tokenUri: { is: 'text', required: true, wire: 'token_uri' },
    authProviderX509CertUrl: { is: 'text', required: true, wire: 'auth_provider_x509_cert_url' },
    clientX509CertUrl: { is: 'text', required: true, wire: 'client_x509_cert_url' },
  },
};
