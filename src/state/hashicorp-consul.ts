// Generated from catalog/components/state/hashicorp-consul.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { StateStore, StateStoreOptions } from '../state-store';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.hashicorp.consul` v1.
 */
export interface HashicorpConsulProps extends StateStoreOptions {
  /**
   * Consul datacenter to ask.
   *
   * @default - not set
   */
  readonly datacenter?: string | MetadataValue;

  /**
   * Address of the Consul HTTP API, as host:port.
   *
   * @default - not set
   */
  readonly httpAddr?: string | MetadataValue;

  /**
   * ACL token sent to Consul.
   *
   * @default - not set
   */
  readonly aclToken?: SecretValue;

  /**
   * URL scheme to reach Consul with: http or https.
   *
   * @default - not set
   */
  readonly scheme?: string | MetadataValue;

  /**
   * Path put in front of all keys.
   *
   * @default - not set
   */
  readonly keyPrefixPath?: string | MetadataValue;
}

/**
 * Keeps state in the key/value store of HashiCorp Consul.
 *
 * The type is `state.hashicorp.consul`, version v1; `state.consul` is the same. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-consul/
 */
export class HashicorpConsul extends StateStore {
  constructor(scope: Construct, id: string, props: HashicorpConsulProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.hashicorp.consul',
  version: 'v1',
  fields: {
    datacenter: { is: 'text' },
    httpAddr: { is: 'text' },
    aclToken: { is: 'secret' },
    scheme: { is: 'text' },
    keyPrefixPath: { is: 'text' },
  },
};
