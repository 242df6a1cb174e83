// Generated from catalog/components/binarystore/in-memory.yaml by `npm run generate`; do not edit.
import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { Component } from '../component';
import { ComponentOptions } from '../component-options';
import { MetadataValue } from '../metadata-value';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `binarystore.in-memory` v1.
 */
export interface InMemoryProps extends ComponentOptions {
  /**
   * Put before the name of every file.
   *
   * @default - not set
   */
  readonly prefix?: string | MetadataValue;

  /**
   * Largest file that the store takes.
   *
   * @default - 4Mi
   */
  readonly maxSize?: Size | MetadataValue;

  /**
   * Largest sum of all files, uploads in progress included.
   *
   * @default - 512Mi
   */
  readonly maxTotalSize?: Size | MetadataValue;
}

/**
 * Keeps files in the memory of the sidecar, for tests; replicas do not share them.
 *
 * The type is `binarystore.in-memory`, version v1. Dapr calls it alpha; it is not in the image with stable components only.
 * It needs Dapr 1.19.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-binarystores/
 */
export class InMemory extends Component {
  constructor(scope: Construct, id: string, props: InMemoryProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'binarystore.in-memory',
  version: 'v1',
  since: '1.19',
  fields: {
    prefix: { is: 'text', pattern: /^[^\/]/, expected: 'text that does not start with /' },
    maxSize: { is: 'size' },
    maxTotalSize: { is: 'size' },
  },
};
