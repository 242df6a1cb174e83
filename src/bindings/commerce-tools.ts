// Generated from catalog/components/bindings/commerce-tools.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Binding, BindingOptions, IOutputBinding } from '../binding';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `bindings.commercetools` v1.
 */
export interface CommerceToolsProps extends BindingOptions {
  /**
   * Key of the commercetools project.
   */
  readonly projectKey: string | MetadataValue;

  /**
   * Region of the commercetools project, such as europe-west1.
   */
  readonly region: string | MetadataValue;

  /**
   * Cloud that hosts the commercetools project, such as gcp or aws.
   */
  readonly provider: string | MetadataValue;

  /**
   * OAuth2 scopes of the access token, separated by spaces.
   */
  readonly commerceToolsScopes: string | MetadataValue;

  /**
   * Client ID of the commercetools API client.
   */
  readonly clientID: string | MetadataValue;

  /**
   * Client secret of the commercetools API client.
   */
  readonly clientSecret: SecretValue;
}

/**
 * Runs GraphQL queries against a commercetools project.
 *
 * The type is `bindings.commercetools`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Operations: create.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-bindings/commercetools/
 */
export class CommerceTools extends Binding implements IOutputBinding {
  /** The name of the component, by which applications call it. */
  public readonly outputBindingName: string;

  constructor(scope: Construct, id: string, props: CommerceToolsProps) {
    super(scope, id, typed(SCHEMA, props));
    this.outputBindingName = this.name;
  }
}

const SCHEMA: ComponentSchema = {
  type: 'bindings.commercetools',
  version: 'v1',
  directions: ['output'],
  fields: {
    projectKey: { is: 'text', required: true },
    region: { is: 'text', required: true },
    provider: { is: 'text', required: true },
    commerceToolsScopes: { is: 'text', required: true, wire: 'scopes' },
    clientID: { is: 'text', required: true },
    clientSecret: { is: 'secret', required: true },
  },
};
