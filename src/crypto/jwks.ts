// Generated from catalog/components/crypto/jwks.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `crypto.dapr.jwks` v1.
 */
export interface JwksProps extends ComponentOptions {
  /**
   * JSON Web Key Set: JSON text (plain or base64), an http(s) URL, or the path of a file.
   */
  readonly jwks: string | MetadataValue;

  /**
   * How long a network request may take.
   *
   * @default Duration.seconds(30)
   */
  readonly requestTimeout?: Duration | MetadataValue;

  /**
   * Shortest time between two downloads of the key set, when it comes from a URL.
   *
   * @default Duration.minutes(10)
   */
  readonly minRefreshInterval?: Duration | MetadataValue;
}

/**
 * Encrypts and signs with the keys of a JSON Web Key Set.
 *
 * The type is `crypto.dapr.jwks`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * Dapr's own metadata names it `crypto.jwks`, which the sidecar does not load.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-cryptography/json-web-key-sets/
 */
export class Jwks extends Component {
  constructor(scope: Construct, id: string, props: JwksProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'crypto.dapr.jwks',
  version: 'v1',
  fields: {
    jwks: { is: 'text', required: true },
    requestTimeout: { is: 'duration' },
    minRefreshInterval: { is: 'duration' },
  },
};
