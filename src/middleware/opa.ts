// Generated from catalog/components/middleware/opa.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.opa` v1.
 */
export interface OpaProps extends ComponentOptions {
  /**
   * Policy in the Rego language, in package http, that sets allow for each request.
   */
  readonly rego: string | MetadataValue;

  /**
   * HTTP status sent when the policy denies a request without one of its own.
   *
   * @default 403
   */
  readonly defaultStatus?: number | MetadataValue;

  /**
   * Request headers that the policy gets to see, as a comma-separated list.
   *
   * @default - not set
   */
  readonly includedHeaders?: string | MetadataValue;

  /**
   * Reads the whole request body into memory and shows it to the policy.
   *
   * @default - not set
   */
  readonly readBody?: boolean | MetadataValue;
}

/**
 * Lets an Open Policy Agent policy decide about each request.
 *
 * The type is `middleware.http.opa`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-opa/
 */
export class Opa extends Component {
  constructor(scope: Construct, id: string, props: OpaProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.opa',
  version: 'v1',
  fields: {
    rego: { is: 'text', required: true },
    defaultStatus: { is: 'integer' },
    includedHeaders: { is: 'text' },
    readBody: { is: 'boolean' },
  },
};
