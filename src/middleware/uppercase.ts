// Generated from catalog/components/middleware/uppercase.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.uppercase` v1.
 */
export interface UppercaseProps extends ComponentOptions {
}

/**
 * Turns bodies into upper case, for tests.
 *
 * The type is `middleware.http.uppercase`, version v1. Dapr calls it alpha.
 *
 * @see null
 */
export class Uppercase extends Component {
  constructor(scope: Construct, id: string, props: UppercaseProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.uppercase',
  version: 'v1',
  fields: {},
};
