// Generated from catalog/components/middleware/bearer.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.bearer` v1.
 */
export interface BearerProps extends ComponentOptions {
  /**
   * Where the keys that verify signatures are downloaded (JWKS); found through the issuer if left out.
   *
   * @default - not set
   */
  readonly jwksURL?: string | MetadataValue;

  /**
   * Value that the iss claim of each token must have, usually a URL.
   */
  readonly issuer: string | MetadataValue;

  /**
   * Value that the aud claim of each token must contain.
   */
  readonly audience: string | MetadataValue;
}

/**
 * Lets only requests with a valid JWT bearer token through.
 *
 * The type is `middleware.http.bearer`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-bearer/
 */
export class Bearer extends Component {
  constructor(scope: Construct, id: string, props: BearerProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.bearer',
  version: 'v1',
  fields: {
    jwksURL: { is: 'text' },
    issuer: { is: 'text', required: true, example: 'https://login.example.com' },
    audience: { is: 'text', required: true, example: 'orders' },
  },
};
