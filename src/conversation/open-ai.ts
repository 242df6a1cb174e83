// Generated from catalog/components/conversation/open-ai.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `apiType`.
 */
export enum OpenAiApiType {
  /** Writes `open_ai`. */
  OPEN_AI = 'open_ai',
  /** Writes `azure`. */
  AZURE = 'azure',
}

/**
 * The settings of `conversation.openai` v1.
 */
export interface OpenAiProps extends ComponentOptions {
  /**
   * Name of the language model that answers.
   *
   * @default 'gpt-5-nano'
   */
  readonly model?: string | MetadataValue;

  /**
   * Base URL of an OpenAI-compatible API or of the Azure OpenAI resource.
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
   * Version of the Azure OpenAI API to call, as a date such as 2025-01-01-preview.
   *
   * @default - not set
   */
  readonly apiVersion?: string | MetadataValue;

  /**
   * Kind of API to call; azure stands for models hosted on Azure OpenAI.
   *
   * @default OpenAiApiType.OPEN_AI
   */
  readonly apiType?: OpenAiApiType | MetadataValue;

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
 * Talks to language models of OpenAI, Azure OpenAI or a compatible API.
 *
 * The type is `conversation.openai`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/openai/
 */
export class OpenAi extends Component {
  constructor(scope: Construct, id: string, props: OpenAiProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.openai',
  version: 'v1',
  fields: {
    model: { is: 'text' },
    endpoint: { is: 'text' },
    cacheTTL: { is: 'duration' },
    apiVersion: { is: 'text' },
    apiType: { is: 'enum', of: ['open_ai', 'azure'] },
    key: { is: 'secret', required: true },
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
  },
};
