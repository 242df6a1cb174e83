// Generated from catalog/components/conversation/ollama.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `conversation.ollama` v1.
 */
export interface OllamaProps extends ComponentOptions {
  /**
   * Name of the language model that answers.
   *
   * @default 'llama3.2:latest'
   */
  readonly model?: string | MetadataValue;

  /**
   * How long an answer is reused for the same prompt; older name of responseCacheTTL.
   *
   * @default - not set
   */
  readonly cacheTTL?: Duration | MetadataValue;

  /**
   * Base URL of the Ollama server, ending in /v1.
   *
   * @default 'http://localhost:11434/v1'
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * API key, for servers that ask for one.
   *
   * @default - not set
   */
  readonly key?: SecretValue;

  /**
   * Largest number of tokens that an answer may have. At least 1. Since Dapr 1.19.
   *
   * @default - not set
   */
  readonly maxTokens?: number | MetadataValue;
}

/**
 * Talks to language models on an Ollama server.
 *
 * The type is `conversation.ollama`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.16.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/ollama/
 */
export class Ollama extends Component {
  constructor(scope: Construct, id: string, props: OllamaProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.ollama',
  version: 'v1',
  since: '1.16',
  fields: {
    model: { is: 'text' },
    cacheTTL: { is: 'duration' },
    endpoint: { is: 'text' },
    key: { is: 'secret' },
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
  },
};
