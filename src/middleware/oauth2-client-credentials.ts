// Generated from catalog/components/middleware/oauth2-client-credentials.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `middleware.http.oauth2clientcredentials` v1.
 */
export interface OAuth2ClientCredentialsProps extends ComponentOptions {
  /**
   * Regular expression for the paths that need a token; others pass untouched.
   *
   * @default - not set
   */
  readonly pathFilter?: string | MetadataValue;

  /**
   * Name of the HTTP header that carries the access token.
   */
  readonly headerName: string | MetadataValue;

  /**
   * Further parameters of the token request, as a query string (a=1&b=2).
   *
   * @default - not set
   */
  readonly endpointParamsQuery?: string | MetadataValue;

  /**
   * How the client authenticates: 0 finds out by itself, 1 in the form body, 2 in the Basic header. From 0 to 2.
   *
   * @default 0
   */
  readonly authStyle?: number | MetadataValue;

  /**
   * Client ID registered with the OAuth2 provider.
   */
  readonly clientID: string | MetadataValue;

  /**
   * Client secret registered with the OAuth2 provider.
   */
  readonly clientSecret: SecretValue;

  /**
   * OAuth2 scopes to ask for, as a comma-separated list.
   */
  readonly oauth2Scopes: string | MetadataValue;

  /**
   * URL of the OAuth2 provider where tokens are fetched.
   */
  readonly tokenURL: string | MetadataValue;
}

/**
 * Fetches a token by the OAuth2 client credentials flow and adds it to requests.
 *
 * The type is `middleware.http.oauth2clientcredentials`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-middleware/oauth2clientcredentials/
 */
export class OAuth2ClientCredentials extends Component {
  constructor(scope: Construct, id: string, props: OAuth2ClientCredentialsProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'middleware.http.oauth2clientcredentials',
  version: 'v1',
  fields: {
    pathFilter: { is: 'text' },
    headerName: { is: 'text', required: true },
    endpointParamsQuery: { is: 'text' },
    authStyle: { is: 'integer', min: 0, max: 2 },
    clientID: { is: 'text', required: true },
    clientSecret: { is: 'secret', required: true },
    oauth2Scopes: { is: 'text', required: true, wire: 'scopes' },
    tokenURL: { is: 'text', required: true },
  },
};
