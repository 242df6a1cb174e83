// Generated from catalog/components/search/in-memory.yaml by `npm run generate`; do not edit.
import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `search.in-memory` v1.
 */
export interface InMemoryProps extends ComponentOptions {
  /**
   * How long a write stays invisible to queries, for tests.
   *
   * @default Duration.seconds(0)
   */
  readonly indexingDelay?: Duration | MetadataValue;
}

/**
 * Searches JSON documents in the memory of the sidecar, for tests.
 *
 * The type is `search.in-memory`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-search/
 */
export class InMemory extends Component {
  constructor(scope: Construct, id: string, props: InMemoryProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'search.in-memory',
  version: 'v1',
  since: '1.19',
  fields: {
    indexingDelay: { is: 'duration' },
  },
};
