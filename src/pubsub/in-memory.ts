// Generated from catalog/components/pubsub/in-memory.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { PubSub, PubSubOptions } from '../pub-sub';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `pubsub.in-memory` v1.
 */
export interface InMemoryProps extends PubSubOptions {
}

/**
 * Passes messages on within one sidecar, for tests.
 *
 * The type is `pubsub.in-memory`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-pubsub/setup-inmemory/
 */
export class InMemory extends PubSub {
  constructor(scope: Construct, id: string, props: InMemoryProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'pubsub.in-memory',
  version: 'v1',
  fields: {},
};
