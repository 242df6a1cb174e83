// Generated from catalog/components/secretstores/local-file.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { SecretStore } from '../secret-store';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `secretstores.local.file` v1.
 */
export interface LocalFileProps extends ComponentOptions {
  /**
   * Path of the JSON file that holds the secrets.
   */
  readonly secretsFile: string | MetadataValue;

  /**
   * Text put between the keys of nested JSON objects to form a secret name.
   *
   * @default ':'
   */
  readonly nestedSeparator?: string | MetadataValue;

  /**
   * Keeps the top-level objects of the file as secrets with several values each.
   *
   * @default false
   */
  readonly multiValued?: boolean | MetadataValue;
}

/**
 * Reads secrets from a JSON file.
 *
 * The type is `secretstores.local.file`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-secret-stores/file-secret-store/
 */
export class LocalFile extends SecretStore {
  constructor(scope: Construct, id: string, props: LocalFileProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'secretstores.local.file',
  version: 'v1',
  fields: {
    secretsFile: { is: 'text', required: true, example: '/secrets/secrets.json' },
    nestedSeparator: { is: 'text' },
    multiValued: { is: 'boolean' },
  },
};
