// Generated from catalog/components/bindings/wasm.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.wasm` v1.
 */
export interface WasmProps extends BindingOptions {
  /**
   * Gives the module fake clocks and random numbers, against timing attacks.
   *
   * @default false
   */
  readonly strictSandbox?: boolean | MetadataValue;

  /**
   * Location of the .wasm program, as a file:// or http(s):// URL.
   */
  readonly url: string | MetadataValue;
}

/**
 * Runs a WebAssembly program and returns its output.
 *
 * The type is `bindings.wasm`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/wasm/
 */
export class Wasm extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: WasmProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.wasm',
  version: 'v1',
  directions: ['output'],
  fields: {
    strictSandbox: { is: 'boolean' },
    url: { is: 'text', required: true, example: 'file:///wasm/uppercase.wasm' },
  },
};
