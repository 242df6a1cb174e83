// Generated from catalog/components/middleware/router-alias.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.routeralias` v1.
 */
export interface RouterAliasProps extends ComponentOptions {
  /**
   * Map from request path to the path that replaces it, as JSON or YAML text.
   *
   * @default - not set
   */
  readonly routes?: string | MetadataValue;
}

/**
 * Maps paths of incoming requests to Dapr API paths.
 *
 * The type is `middleware.http.routeralias`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-routeralias/
 */
export class RouterAlias extends Component {
  constructor(scope: Construct, id: string, props: RouterAliasProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.routeralias',
  version: 'v1',
  fields: {
    routes: { is: 'text' },
  },
};
