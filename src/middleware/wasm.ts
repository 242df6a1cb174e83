// Generated from catalog/components/middleware/wasm.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.wasm` v1.
 */
export interface WasmProps extends ComponentOptions {
  /**
   * Location of the .wasm module, as a file:// or http(s):// URL.
   */
  readonly url: string | MetadataValue;

  /**
   * Text handed to the WebAssembly module as its configuration.
   *
   * @default - not set
   */
  readonly guestConfig?: string | MetadataValue;

  /**
   * Gives the module fake clocks and random numbers, against timing attacks.
   *
   * @default - not set
   */
  readonly strictSandbox?: boolean | MetadataValue;
}

/**
 * Runs requests and responses through a WebAssembly module.
 *
 * The type is `middleware.http.wasm`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-wasm/
 */
export class Wasm extends Component {
  constructor(scope: Construct, id: string, props: WasmProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.wasm',
  version: 'v1',
  fields: {
    url: { is: 'text', required: true, example: 'file:///wasm/filter.wasm' },
    guestConfig: { is: 'text' },
    strictSandbox: { is: 'boolean' },
  },
};
