// Generated from catalog/components/middleware/oauth2.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.oauth2` v1.
 */
export interface OAuth2Props extends ComponentOptions {
  /**
   * URL of the app to which the provider sends users back.
   *
   * @default - not set
   */
  readonly redirectURL?: string | MetadataValue;

  /**
   * Name of the HTTP header that carries the access token to the app.
   *
   * @default 'Authorization'
   */
  readonly authHeaderName?: string | MetadataValue;

  /**
   * Sends users back over https after the login.
   *
   * @default false
   */
  readonly forceHTTPS?: boolean | MetadataValue;

  /**
   * Regular expression for the paths that need a token; others pass untouched.
   *
   * @default - not set
   */
  readonly pathFilter?: string | MetadataValue;

  /**
   * Client ID registered with the OAuth2 provider.
   */
  readonly clientID: string | MetadataValue;

  /**
   * Client secret registered with the OAuth2 provider.
   */
  readonly clientSecret: SecretValue;

  /**
   * Login page of the OAuth2 provider, where users are sent first.
   */
  readonly authURL: string | MetadataValue;

  /**
   * URL of the OAuth2 provider where tokens are fetched.
   */
  readonly tokenURL: string | MetadataValue;

  /**
   * OAuth2 scopes to ask for, as a comma-separated list.
   *
   * @default - not set
   */
  readonly oauth2Scopes?: string | MetadataValue;
}

/**
 * Sends users through an OAuth2 login (authorization code flow) and passes on the token.
 *
 * The type is `middleware.http.oauth2`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/middleware-oauth2/
 */
export class OAuth2 extends Component {
  constructor(scope: Construct, id: string, props: OAuth2Props) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.oauth2',
  version: 'v1',
  fields: {
    redirectURL: { is: 'text' },
    authHeaderName: { is: 'text' },
    forceHTTPS: { is: 'boolean' },
    pathFilter: { is: 'text' },
    clientID: { is: 'text', required: true },
    clientSecret: { is: 'secret', required: true },
    authURL: { is: 'text', required: true },
    tokenURL: { is: 'text', required: true },
    oauth2Scopes: { is: 'text', wire: 'scopes' },
  },
};
