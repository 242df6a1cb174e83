// Generated from catalog/components/conversation/deep-seek.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `conversation.deepseek` v1.
 */
export interface DeepSeekProps extends ComponentOptions {
  /**
   * Name of the language model that answers.
   *
   * @default 'deepseek-chat'
   */
  readonly model?: string | MetadataValue;

  /**
   * Base URL of a DeepSeek-compatible API.
   *
   * @default 'https://api.deepseek.com'
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Largest number of tokens that an answer may have.
   *
   * @default - not set
   */
  readonly maxTokens?: number | MetadataValue;

  /**
   * How long an answer is kept and reused when the same prompt comes again.
   *
   * @default - not set
   */
  readonly responseCacheTTL?: Duration | MetadataValue;

  /**
   * API key of the model provider.
   */
  readonly key: SecretValue;
}

/**
 * Talks to language models of DeepSeek.
 *
 * The type is `conversation.deepseek`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/setup-deepseek/
 */
export class DeepSeek extends Component {
  constructor(scope: Construct, id: string, props: DeepSeekProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.deepseek',
  version: 'v1',
  fields: {
    model: { is: 'text' },
    endpoint: { is: 'text' },
    maxTokens: { is: 'integer' },
    responseCacheTTL: { is: 'duration' },
    key: { is: 'secret', required: true },
  },
};
