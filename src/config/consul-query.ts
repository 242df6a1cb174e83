import { Duration } from 'cdk8s';
import { SecretValue } from '../metadata-value';
import { Fields } from '../private/fields';
import { WAIT } from './consul-wait';

/**
 * How healthy instances are asked for.
 */
export interface ConsulQuery {
  /**
   * The datacenter.
   *
   * @default - the one of the agent
   */
  readonly datacenter?: string;

  /**
   * Lets any server answer, even with older data.
   *
   * @default false
   */
  readonly allowStale?: boolean;

  /**
   * Makes the leader confirm itself first.
   *
   * @default false
   */
  readonly requireConsistent?: boolean;

  /**
   * Lets the agent answer from its cache.
   *
   * @default true where no query options are given, else false
   */
  readonly useCache?: boolean;

  /**
   * The greatest age of a cached answer.
   *
   * @default - no limit
   */
  readonly maxAge?: Duration;

  /**
   * The greatest age of a cached answer while the servers fail.
   *
   * @default - none
   */
  readonly staleIfError?: Duration;

  /**
   * The index that a blocking query waits to pass.
   *
   * @default - does not wait
   */
  readonly waitIndex?: number;

  /**
   * The hash that a blocking query waits to change.
   *
   * @default - does not wait
   */
  readonly waitHash?: string;

  /**
   * How long a blocking query waits.
   *
   * @default - the one of the agent
   */
  readonly waitTime?: Duration;

  /**
   * The ACL token, as `SecretValue.unsafePlainText`.
   *
   * @default - the one of the client
   */
  readonly token?: SecretValue;

  /**
   * The node that answers are sorted by; `_agent` is the agent itself.
   *
   * @default - not sorted
   */
  readonly near?: string;

  /**
   * Only nodes with this metadata.
   *
   * @default - all nodes
   */
  readonly nodeMeta?: { [name: string]: string };

  /**
   * How many nodes pass on a reply. 0 to 5.
   *
   * @default 0
   */
  readonly relayFactor?: number;

  /**
   * Asks the agent only.
   *
   * @default false
   */
  readonly localOnly?: boolean;

  /**
   * Only instances that speak Consul Connect.
   *
   * @default false
   */
  readonly connect?: boolean;

  /**
   * A filter expression of Consul, such as `Checks.ServiceTags contains dapr`.
   *
   * @default - none
   */
  readonly filter?: string;
}

export const QUERY: Fields = {
  datacenter: { is: 'text' },
  allowStale: { is: 'boolean' },
  requireConsistent: { is: 'boolean' },
  useCache: { is: 'boolean' },
  maxAge: WAIT,
  staleIfError: WAIT,
  waitIndex: { is: 'integer', min: 0 },
  waitHash: { is: 'text' },
  waitTime: WAIT,
  token: { is: 'secret' },
  near: { is: 'text' },
  nodeMeta: { is: 'texts by name' },
  relayFactor: { is: 'integer', min: 0, max: 5 },
  localOnly: { is: 'boolean' },
  connect: { is: 'boolean' },
  filter: { is: 'text' },
};
