// Generated from catalog/components/crypto/local-storage.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `crypto.dapr.localstorage` v1.
 */
export interface LocalStorageProps extends ComponentOptions {
  /**
   * Folder with the keys, each in a PEM or JSON (JWK) file.
   */
  readonly path: string | MetadataValue;
}

/**
 * Encrypts and signs with keys kept in files of a local folder.
 *
 * The type is `crypto.dapr.localstorage`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Dapr's own metadata names it `crypto.localstorage`, which the sidecar does not load.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-cryptography/local-storage/
 */
export class LocalStorage extends Component {
  constructor(scope: Construct, id: string, props: LocalStorageProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'crypto.dapr.localstorage',
  version: 'v1',
  fields: {
    path: { is: 'text', required: true, example: '/keys' },
  },
};
