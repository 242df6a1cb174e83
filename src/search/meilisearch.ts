// Generated from catalog/components/search/meilisearch.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `search.meilisearch` v1.
 */
export interface MeilisearchProps extends ComponentOptions {
  /**
   * URL of the Meilisearch server.
   */
  readonly host: string | MetadataValue;

  /**
   * API key of the Meilisearch server, needed where it has a master key.
   *
   * @default - not set
   */
  readonly apiKey?: SecretValue;

  /**
   * How long to wait for an answer from the server.
   *
   * @default - not set
   */
  readonly timeout?: Duration | MetadataValue;
}

/**
 * Searches JSON documents with a Meilisearch server.
 *
 * The type is `search.meilisearch`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-search/
 */
export class Meilisearch extends Component {
  constructor(scope: Construct, id: string, props: MeilisearchProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'search.meilisearch',
  version: 'v1',
  since: '1.19',
  fields: {
    host: { is: 'text', required: true },
    apiKey: { is: 'secret' },
    timeout: { is: 'duration' },
  },
};
