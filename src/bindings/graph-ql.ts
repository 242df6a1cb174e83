// Generated from catalog/components/bindings/graph-ql.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.graphql` v1.
 */
export interface GraphQlProps extends BindingOptions {
  /**
   * URL that GraphQL requests are posted to.
   */
  readonly endpoint: string | MetadataValue;

  /**
   * HTTP headers sent with every request, by name.
   *
   * @default - not set
   */
  readonly headers?: { readonly [name: string]: string };
}

/**
 * Runs queries and mutations against a GraphQL server.
 *
 * The type is `bindings.graphql`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/graphql/
 */
export class GraphQl extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: GraphQlProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.graphql',
  version: 'v1',
  directions: ['output'],
  fields: {
    endpoint: { is: 'text', required: true, example: 'https://api.example.com/graphql' },
    headers: { is: 'texts by name', wire: 'header:*' },
  },
};
