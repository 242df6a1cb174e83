// Generated from catalog/components/conversation/anthropic.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue, SecretValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The values of `apiType`.
 */
export enum AnthropicApiType {
  /** Writes `anthropic`. */
  ANTHROPIC = 'anthropic',
  /** Writes `foundry`. */
  FOUNDRY = 'foundry',
}

/**
 * The settings of `conversation.anthropic` v1.
 */
export interface AnthropicProps extends ComponentOptions {
  /**
   * Name of the Claude model, or of the deployment on Foundry.
   *
   * @default 'claude-sonnet-4-20250514'
   */
  readonly model?: string | MetadataValue;

  /**
   * Base URL of the API; a Foundry one ends in /anthropic/v1.
   *
   * @default - not set
   */
  readonly endpoint?: string | MetadataValue;

  /**
   * Which API to call; foundry selects Claude deployments on Microsoft Foundry.
   *
   * @default AnthropicApiType.ANTHROPIC
   */
  readonly apiType?: AnthropicApiType | MetadataValue;

  /**
   * How long an answer is reused for the same prompt; older name of responseCacheTTL.
   *
   * @default - not set
   */
  readonly cacheTTL?: Duration | MetadataValue;

  /**
   * API key of Anthropic, or of the Foundry resource.
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
 * Talks to Claude models of Anthropic, directly or on Microsoft Foundry.
 *
 * The type is `conversation.anthropic`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/anthropic/
 */
export class Anthropic extends Component {
  constructor(scope: Construct, id: string, props: AnthropicProps) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.anthropic',
  version: 'v1',
  fields: {
    model: { is: 'text' },
    endpoint: { is: 'text' },
    apiType: { is: 'enum', of: ['anthropic', 'foundry'] },
    cacheTTL: { is: 'duration' },
    key: { is: 'secret', required: true },
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
  },
};
