// Generated from catalog/components/conversation/hugging-face.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `conversation.huggingface` v1.
 */
export interface HuggingFaceProps extends ComponentOptions {
  /**
   * Name of the Hugging Face model that answers, as owner/model.
   *
   * @default 'deepseek-ai/DeepSeek-R1-Distill-Qwen-32B'
   */
  readonly model?: string | MetadataValue;

  /**
   * Base URL of an OpenAI-compatible API; built from the model name when left out.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

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
 * Talks to language models hosted by Hugging Face.
 *
 * The type is `conversation.huggingface`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/hugging-face/
 */
export class HuggingFace extends Component {
  constructor(scope: Construct, id: string, props: HuggingFaceProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.huggingface',
  version: 'v1',
  fields: {
    model: { is: 'text' },
    endpoint: { is: 'text' },
    cacheTTL: { is: 'duration' },
    key: { is: 'secret', required: true },
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
  },
};
