// Generated from catalog/components/state/in-memory.yaml by `npm run generate`; do not edit.
import { Construct } from 'constructs';
import { ITtlStateStore, TransactionalStateStore, TransactionalStateStoreOptions } from '../state-store';
import { ComponentSchema, typed } from '../private/component-schema';

/**
 * The settings of `state.in-memory` v1.
 */
export interface InMemoryProps extends TransactionalStateStoreOptions {
}

/**
 * Keeps state in the memory of the sidecar, gone when it stops.
 *
 * The type is `state.in-memory`, version v1. Dapr calls it stable.
 *
 * @see https://docs.dapr.io/reference/components-reference/supported-state-stores/setup-inmemory/
 */
export class InMemory extends TransactionalStateStore implements ITtlStateStore {
  /** The store deletes values after a time to live. */
  public readonly supportsTtl: boolean = true;

  constructor(scope: Construct, id: string, props: InMemoryProps = {}) {
    super(scope, id, typed(SCHEMA, props));
  }
}

const SCHEMA: ComponentSchema = {
  type: 'state.in-memory',
  version: 'v1',
  fields: {},
};
