import { toJson } from '../private/field-text';
import { Fields } from '../private/fields';
import { Problems } from '../private/problems';
import { CHECK, ConsulCheck } from './consul-check';
import { CLIENT, ConsulClient } from './consul-client';
import { ConsulQuery, QUERY } from './consul-query';
import { inNanoseconds } from './consul-wait';
import { checkPlain, Resolver } from './resolver';

/**
 * How applications are found in HashiCorp Consul.
 *
 * Tokens and passwords are written in plain text, because Dapr does not resolve references here: prefer a `tokenFile`.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-name-resolution/setup-nr-consul/
 */
export interface ConsulNameResolutionOptions {
  /**
   * The Consul agent.
   *
   * @default - 127.0.0.1:8500
   */
  readonly client?: ConsulClient;

  /**
   * How healthy instances are asked for.
   *
   * @default - with the cache of the agent
   */
  readonly queryOptions?: ConsulQuery;

  /**
   * The health checks of an instance that registers itself.
   *
   * @default - one, of the sidecar's health endpoint
   */
  readonly checks?: ConsulCheck[];

  /**
   * The tags of an instance that registers itself.
   *
   * @default - none
   */
  readonly tags?: string[];

  /**
   * The metadata of an instance that registers itself. `${APP_ID}` and the like are replaced.
   *
   * @default - the port of the sidecar
   */
  readonly meta?: { [name: string]: string };

  /**
   * The metadata key that holds the port of the sidecar.
   *
   * @default 'DAPR_PORT'
   */
  readonly daprPortMetaKey?: string;

  /**
   * Registers the sidecar when it starts.
   *
   * @default false
   */
  readonly selfRegister?: boolean;

  /**
   * Removes the sidecar from Consul when it stops.
   *
   * @default false
   */
  readonly selfDeregister?: boolean;

  /**
   * Keeps found instances in the memory of the sidecar.
   *
   * @default false
   */
  readonly useCache?: boolean;

  /**
   * The whole registration, as Consul's `AgentServiceRegistration` has it. `checks`, `tags`, `meta` and `selfRegister`
   * do not count beside it.
   *
   * @default - built from the other properties
   */
  readonly advancedRegistration?: { [name: string]: any };
}

const FIELDS: Fields = {
  client: { is: 'object', fields: CLIENT },
  queryOptions: { is: 'object', fields: QUERY },
  checks: { is: 'objects', fields: CHECK },
  tags: { is: 'texts' },
  meta: { is: 'texts by name' },
  daprPortMetaKey: { is: 'text' },
  selfRegister: { is: 'boolean' },
  selfDeregister: { is: 'boolean' },
  useCache: { is: 'boolean' },
  advancedRegistration: { is: 'any' },
};

export const CONSUL: Resolver = { component: 'consul', fields: FIELDS, check: checkSecrets, toJson: consulJson };

function checkSecrets(problems: Problems, owner: string, settings: ConsulNameResolutionOptions): void {
  checkPlain(problems, owner, settings, ['client.token', 'client.httpAuth.password', 'queryOptions.token'], 'client.tokenFile');
}

function consulJson(settings: ConsulNameResolutionOptions): object {
  const { client, queryOptions, ...json } = toJson(FIELDS, settings);
  return {
    ...json,
    ...(client === undefined ? {} : { client: inNanoseconds(CLIENT, client as object) }),
    ...(queryOptions === undefined ? {} : { queryOptions: inNanoseconds(QUERY, queryOptions as object) }),
  };
}
