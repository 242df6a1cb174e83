// Generated from catalog/components/bindings/local-storage.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.localstorage` v1.
 */
export interface LocalStorageProps extends BindingOptions {
  /**
   * Folder that holds all files of the binding.
   */
  readonly rootPath: string | MetadataValue;
}

/**
 * Stores, reads, lists and deletes files in a folder next to the sidecar.
 *
 * The type is `bindings.localstorage`, version v1. Dapr calls it stable.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/localstorage/
 */
export class LocalStorage extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: LocalStorageProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.localstorage',
  version: 'v1',
  directions: ['output'],
  fields: {
    rootPath: { is: 'text', required: true, example: '/data' },
  },
};
