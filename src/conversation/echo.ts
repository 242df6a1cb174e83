// Generated from catalog/components/conversation/echo.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `conversation.echo` v1.
 */
export interface EchoProps extends ComponentOptions {
  /**
   * Largest number of tokens that an answer may have. At least 1. Since Dapr 1.19.
   *
   * @default - not set
   */
  readonly maxTokens?: number | MetadataValue;
}

/**
 * Sends each prompt back as the answer, for tests.
 *
 * The type is `conversation.echo`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-conversation/echo/
 */
export class Echo extends Component {
  constructor(scope: Construct, id: string, props: EchoProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'conversation.echo',
  version: 'v1',
  fields: {
    maxTokens: { is: 'integer', min: 1, since: '1.19' },
  },
};
