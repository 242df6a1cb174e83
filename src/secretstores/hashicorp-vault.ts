// Generated from catalog/components/secretstores/hashicorp-vault.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `vaultValueType`.
 */
export enum HashicorpVaultVaultValueType {
  /** Writes `map`. */
  MAP = 'map',
  /** Writes `text`. */
  TEXT = 'text',
}

/**
 * What `HashicorpVaultAuth.token` takes.
 */
export interface HashicorpVaultTokenOptions {
  /**
   * Token that Vault checks on each request.
   */
  readonly vaultToken: SecretValue;
}

/**
 * What `HashicorpVaultAuth.tokenMountPath` takes.
 */
export interface HashicorpVaultTokenMountPathOptions {
  /**
   * Path of a file that holds the Vault token.
   */
  readonly vaultTokenMountPath: string | MetadataValue;
}

/**
 * A complete way for `secretstores.hashicorp.vault` to authenticate.
 */
export class HashicorpVaultAuth {
  /**
   * Authenticates with a token.
   *
   * @param options what to authenticate with
   */
  public static token(options: HashicorpVaultTokenOptions): HashicorpVaultAuth {
    return new HashicorpVaultAuth({ ...TOKEN, type: 'secretstores.hashicorp.vault', values: { ...options } });
  }

  /**
   * Authenticates with a token from a file that is mounted into the sidecar.
   *
   * @param options what to authenticate with
   */
  public static tokenMountPath(options: HashicorpVaultTokenMountPathOptions): HashicorpVaultAuth {
    return new HashicorpVaultAuth({ ...TOKEN_MOUNT_PATH, type: 'secretstores.hashicorp.vault', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'secretstores.hashicorp.vault'>;

  private constructor(auth: AuthProfile<'secretstores.hashicorp.vault'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `secretstores.hashicorp.vault` v1.
 */
export interface HashicorpVaultProps extends ComponentOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: HashicorpVaultAuth;

  /**
   * URL under which Vault is reached.
   *
   * @default 'https://127.0.0.1:8200'
   */
  readonly vaultAddr?: string | MetadataValue;

  /**
   * CA certificate for Vault, as PEM text; wins over caPath and caCert.
   *
   * @default - not set
   */
  readonly caPem?: string | MetadataValue;

  /**
   * Folder with the CA certificate file (PEM) for Vault; wins over caCert.
   *
   * @default - not set
   */
  readonly caPath?: string | MetadataValue;

  /**
   * Path of the CA certificate file (PEM) that the Vault certificate is checked against.
   *
   * @default - not set
   */
  readonly caCert?: string | MetadataValue;

  /**
   * Accepts any server certificate; for tests only.
   *
   * @default false
   */
  readonly skipVerify?: boolean | MetadataValue;

  /**
   * Host name expected in the certificate of Vault.
   *
   * @default - not set
   */
  readonly tlsServerName?: string | MetadataValue;

  /**
   * Path under the engine that secret names are relative to.
   *
   * @default 'dapr'
   */
  readonly vaultKVPrefix?: string | MetadataValue;

  /**
   * Whether vaultKVPrefix is put in front of secret names.
   *
   * @default - not set
   */
  readonly vaultKVUsePrefix?: boolean | MetadataValue;

  /**
   * Path where the KV secrets engine (version 2) is mounted in Vault.
   *
   * @default 'secret'
   */
  readonly enginePath?: string | MetadataValue;

  /**
   * Whether a secret is a set of key/value pairs (map) or one piece of text (text).
   *
   * @default HashicorpVaultVaultValueType.MAP
   */
  readonly vaultValueType?: HashicorpVaultVaultValueType | MetadataValue;
}

/**
 * Reads secrets from a KV engine (version 2) of HashiCorp Vault.
 *
 * The type is `secretstores.hashicorp.vault`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/hashicorp-vault/
 */
export class HashicorpVault extends SecretStore {
  constructor(scope: Construct, id: string, props: HashicorpVaultProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.hashicorp.vault',
  version: 'v1',
  auth: { required: true, expected: 'HashicorpVaultAuth.token, .tokenMountPath' },
  fields: {
    vaultAddr: { is: 'text' },
    caPem: { is: 'text' },
    caPath: { is: 'text' },
    caCert: { is: 'text' },
    skipVerify: { is: 'boolean' },
    tlsServerName: { is: 'text' },
    vaultKVPrefix: { is: 'text' },
    vaultKVUsePrefix: { is: 'boolean' },
    enginePath: { is: 'text' },
    vaultValueType: { is: 'enum', of: ['map', 'text'] },
  },
};

const TOKEN: AuthFacts = {
  name: 'token',
  fields: {
    vaultToken: { is: 'secret', required: true },
  },
};

const TOKEN_MOUNT_PATH: AuthFacts = {
  name: 'tokenMountPath',
  fields: {
    vaultTokenMountPath: { is: 'text', required: true },
  },
};
