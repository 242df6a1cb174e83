// Generated from catalog/components/conversation/mistral.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `conversation.mistral` v1.
 */
export interface MistralProps extends ComponentOptions {
  /**
   * Name of the language model that answers.
   *
   * @default 'open-mistral-7b'
   */
  readonly model?: string | MetadataValue;

  /**
   * How long an answer is reused for the same prompt; older name of responseCacheTTL.
   *
   * @default - not set
   */
  readonly cacheTTL?: Duration | MetadataValue;

  /**
   * API key of the model provider.
   */
  readonly key: SecretValue;

  /**
   * Largest number of tokens that an answer may have. At least 1. Since Dapr 1.19.
   *
   * @default - not set
   */
  readonly maxTokens?: number | MetadataValue;
}

/**
 * Talks to language models of Mistral AI.
 *
 * The type is `conversation.mistral`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/mistral/
 */
export class Mistral extends Component {
  constructor(scope: Construct, id: string, props: MistralProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.mistral',
  version: 'v1',
  fields: {
    model: { is: 'text' },
    cacheTTL: { is: 'duration' },
    key: { is: 'secret', required: true },
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
  },
};
