import { Duration } from 'cdk8s';
import { SecretValue } from '../metadata-value';
import { Fields } from '../private/fields';
import { WAIT } from './consul-wait';

/**
 * How the Consul agent is reached.
 */
export interface ConsulClient {
  /**
   * The agent's `host:port`.
   *
   * @default '127.0.0.1:8500'
   */
  readonly address?: string;

  /**
   * `http` or `https`.
   *
   * @default 'http'
   */
  readonly scheme?: string;

  /**
   * The datacenter.
   *
   * @default - the one of the agent
   */
  readonly datacenter?: string;

  /**
   * User and password of a proxy before the agent.
   *
   * @default - none
   */
  readonly httpAuth?: ConsulHttpAuth;

  /**
   * How long a blocking query waits.
   *
   * @default - the one of the agent
   */
  readonly waitTime?: Duration;

  /**
   * The ACL token, as `SecretValue.unsafePlainText`.
   *
   * @default - none
   */
  readonly token?: SecretValue;

  /**
   * A file in the sidecar that holds the ACL token.
   *
   * @default - none
   */
  readonly tokenFile?: string;

  /**
   * TLS towards the agent.
   *
   * @default - none
   */
  readonly tlsConfig?: ConsulTls;
}

/**
 * User and password of a proxy before the Consul agent.
 */
export interface ConsulHttpAuth {
  /** The user. */
  readonly username: string;

  /** The password, as `SecretValue.unsafePlainText`. */
  readonly password: SecretValue;
}

/**
 * TLS towards the Consul agent. Files are those of the sidecar.
 */
export interface ConsulTls {
  /**
   * The name that the agent's certificate must have.
   *
   * @default - the address of the agent
   */
  readonly address?: string;

  /**
   * The file of the authority.
   *
   * @default - those of the system
   */
  readonly caFile?: string;

  /**
   * A folder of authorities.
   *
   * @default - those of the system
   */
  readonly caPath?: string;

  /**
   * The file of the client certificate.
   *
   * @default - none
   */
  readonly certFile?: string;

  /**
   * The file of the client's key.
   *
   * @default - none
   */
  readonly keyFile?: string;

  /**
   * Accepts any certificate of the agent.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;
}

export const CLIENT: Fields = {
  address: { is: 'text' },
  scheme: { is: 'enum', of: ['http', 'https'] },
  datacenter: { is: 'text' },
  httpAuth: { is: 'object', fields: { username: { is: 'text', required: true }, password: { is: 'secret', required: true } } },
  waitTime: WAIT,
  token: { is: 'secret' },
  tokenFile: { is: 'text' },
  tlsConfig: {
    is: 'object',
    fields: {
      address: { is: 'text' },
      caFile: { is: 'text' },
      caPath: { is: 'text' },
      certFile: { is: 'text' },
      keyFile: { is: 'text' },
      insecureSkipVerify: { is: 'boolean' },
    },
  },
};
