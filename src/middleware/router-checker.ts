// Generated from catalog/components/middleware/router-checker.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.routerchecker` v1.
 */
export interface RouterCheckerProps extends ComponentOptions {
  /**
   * Regular expression that a request path must match to be let through.
   */
  readonly rule: string | MetadataValue;
}

/**
 * Refuses requests whose path does not match a regular expression.
 *
 * The type is `middleware.http.routerchecker`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-routerchecker/
 */
export class RouterChecker extends Component {
  constructor(scope: Construct, id: string, props: RouterCheckerProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.routerchecker',
  version: 'v1',
  fields: {
    rule: { is: 'text', required: true },
  },
};
