import { Construct } from 'constructs';
import { Component, ComponentProps } from './component';
import { ComponentOptions } from './component-options';
import { LockKeyPrefix } from './key-prefix';
import { withClass } from './private/component-schema';
import { Fields } from './private/fields';

/**
 * What every lock store takes beside the settings of its type.
 */
export interface LockStoreOptions extends ComponentOptions {
  /**
   * How keys begin.
   *
   * @default LockKeyPrefix.APP_ID
   */
  readonly keyPrefix?: LockKeyPrefix;
}

/**
 * What a lock store of a type that has no class is made of.
 */
export interface LockStoreProps extends ComponentProps, LockStoreOptions {}

/**
 * A store of distributed locks. Use the class of its type, e.g. `dapr.lock.Redis`.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/distributed-lock/
 */
export class LockStore extends Component {
  constructor(scope: Construct, id: string, props: LockStoreProps) {
    super(
      scope,
      id,
      withClass(props, { fields: FIELDS, items: (values) => (values.keyPrefix ? [['keyPrefix', values.keyPrefix._text]] : []) }),
    );
  }
}

const FIELDS: Fields = { keyPrefix: { is: 'value', expected: "a LockKeyPrefix, e.g. LockKeyPrefix.NAME or LockKeyPrefix.of('shop')" } };
