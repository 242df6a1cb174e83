// Generated from catalog/components/conversation/google-ai.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `conversation.googleai` v1.
 */
export interface GoogleAiProps extends ComponentOptions {
  /**
   * Name of the language model that answers.
   *
   * @default 'gemini-2.5-flash-lite'
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
 * Talks to Gemini models of Google AI.
 *
 * The type is `conversation.googleai`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.16.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/googleai/
 */
export class GoogleAi extends Component {
  constructor(scope: Construct, id: string, props: GoogleAiProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.googleai',
  version: 'v1',
  since: '1.16',
  fields: {
    model: { is: 'text' },
    cacheTTL: { is: 'duration' },
    key: { is: 'secret', required: true },
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
  },
};
