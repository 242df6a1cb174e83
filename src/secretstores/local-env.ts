// Generated from catalog/components/secretstores/local-env.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `secretstores.local.env` v1.
 */
export interface LocalEnvProps extends ComponentOptions {
  /**
   * Prefix that the names of environment variables must have; cut off the secret names.
   *
   * @default - not set
   */
  readonly prefix?: string | MetadataValue;
}

/**
 * Reads secrets from the environment variables of the sidecar.
 *
 * The type is `secretstores.local.env`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/envvar-secret-store/
 */
export class LocalEnv extends SecretStore {
  constructor(scope: Construct, id: string, props: LocalEnvProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.local.env',
  version: 'v1',
  fields: {
    prefix: { is: 'text' },
  },
};
