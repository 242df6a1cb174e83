// Generated from catalog/components/bindings/sftp.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { AuthFacts, AuthProfile, ComponentSchema, typed } from '../private/component-schema';

/**
 * What `SftpAuth.password` takes.
 */
export interface SftpPasswordOptions {
  /**
   * Password to log in with.
   */
  readonly password: SecretValue;
}

/**
 * What `SftpAuth.privateKey` takes.
 */
export interface SftpPrivateKeyOptions {
  /**
   * SSH private key to log in with, as PEM text.
   */
  readonly privateKey: SecretValue;

  /**
   * Passphrase that protects the SSH private key.
   *
   * @default - not set
   */
  readonly privateKeyPassphrase?: SecretValue;
}

/**
 * A complete way for `bindings.sftp` to authenticate.
 */
export class SftpAuth {
  /**
   * Authenticates with user name and password.
   *
   * @param options what to authenticate with
   */
  public static password(options: SftpPasswordOptions): SftpAuth {
    return new SftpAuth({ ...PASSWORD, type: 'bindings.sftp', values: { ...options } });
  }

  /**
   * Authenticates with a private key.
   *
   * @param options what to authenticate with
   */
  public static privateKey(options: SftpPrivateKeyOptions): SftpAuth {
    return new SftpAuth({ ...PRIVATE_KEY, type: 'bindings.sftp', values: { ...options } });
  }

  /** @internal */
  public readonly _auth: AuthProfile<'bindings.sftp'>;

  private constructor(auth: AuthProfile<'bindings.sftp'>) {
    this._auth = auth;
  }
}

/**
 * The settings of `bindings.sftp` v1.
 */
export interface SftpProps extends BindingOptions {
  /**
   * How the sidecar authenticates.
   */
  readonly auth: SftpAuth;

  /**
   * Address of the server, as host:port.
   */
  readonly address: string | MetadataValue;

  /**
   * Folder on the SFTP server that holds the files.
   */
  readonly rootPath: string | MetadataValue;

  /**
   * Public key that the SFTP server must show, as an authorized_keys line.
   *
   * @default - not set
   */
  readonly hostPublicKey?: string | MetadataValue;

  /**
   * Path of a known_hosts file that the host key is checked against.
   *
   * @default - not set
   */
  readonly knownHostsFile?: string | MetadataValue;

  /**
   * Accepts any host key of the SFTP server; for tests only.
   *
   * @default false
   */
  readonly insecureIgnoreHostKey?: boolean | MetadataValue;

  /**
   * Runs file operations one after another instead of side by side.
   *
   * @default false
   */
  readonly sequentialMode?: boolean | MetadataValue;

  /**
   * Name of the user to log in as.
   */
  readonly username: string | MetadataValue;
}

/**
 * Stores, reads, lists and deletes files on an SFTP server.
 *
 * The type is `bindings.sftp`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create, get, delete, list.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/sftp/
 */
export class Sftp extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: SftpProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.sftp',
  version: 'v1',
  anyOf: ['hostPublicKey', 'knownHostsFile', 'insecureIgnoreHostKey'],
  auth: { required: true, expected: 'SftpAuth.password, .privateKey' },
  directions: ['output'],
  fields: {
    address: { is: 'text', required: true, example: 'sftp.example.com:22' },
    rootPath: { is: 'text', required: true, example: '/orders' },
    hostPublicKey: { is: 'text' },
    knownHostsFile: { is: 'text' },
    insecureIgnoreHostKey: { is: 'boolean' },
    sequentialMode: { is: 'boolean' },
    username: { is: 'text', required: true },
  },
};

const PASSWORD: AuthFacts = {
  name: 'password',
  fields: {
    password: { is: 'secret', required: true },
  },
};

const PRIVATE_KEY: AuthFacts = {
  name: 'privateKey',
  fields: {
    privateKey: { is: 'secret', required: true },
    privateKeyPassphrase: { is: 'secret' },
  },
};
