import { Construct } from 'constructs';
import { Component, ComponentProps } from './component';
import { ComponentOptions } from './component-options';
import { KeyPrefix } from './key-prefix';
import { SecretValue } from './metadata-value';
import { classOf, withClass } from './private/component-schema';
import { Fields } from './private/fields';

/**
 * What every state store takes beside the settings of its type.
 */
export interface StateStoreOptions extends ComponentOptions {
  /**
   * How keys begin.
   *
   * @default KeyPrefix.APP_ID
   */
  readonly keyPrefix?: KeyPrefix;

  /**
   * The key that encrypts every value before it is stored: 16, 24 or 32 bytes in hexadecimal. Without its secret the sidecar stores in
   * plain text, without a message. Save over gRPC: what comes over HTTP, or in a transaction, is encrypted as Go prints it, so that
   * `["tea"]` comes back as `[tea]`.
   *
   * @default - values are stored as they are
   */
  readonly primaryEncryptionKey?: SecretValue;

  /**
   * The former `primaryEncryptionKey`, to read what it encrypted.
   *
   * @default - none
   */
  readonly secondaryEncryptionKey?: SecretValue;
}

/**
 * Publishes a message with each state transaction: both happen, or neither.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/state-management/howto-outbox/
 */
export interface Outbox {
  /** The pub/sub component that publishes. */
  readonly publishPubsub: string;

  /** The topic that receives the messages. */
  readonly publishTopic: string;

  /**
   * The pub/sub component of the internal topic.
   *
   * @default - `publishPubsub`
   */
  readonly pubsub?: string;

  /**
   * Drops a message whose state is not in the store, instead of trying again.
   *
   * @default false
   */
  readonly discardWhenMissingState?: boolean;
}

/**
 * What a state store with transactions and ETags takes besides.
 */
export interface TransactionalStateStoreOptions extends StateStoreOptions {
  /**
   * Keeps the state of actors and workflows in this store. One store for each application.
   *
   * @default false
   */
  readonly actorStateStore?: boolean;

  /**
   * Publishes a message with each transaction.
   *
   * @default - no messages
   */
  readonly outbox?: Outbox;
}

/**
 * What a state store of a type of your own is made of.
 */
export interface StateStoreProps extends ComponentProps, StateStoreOptions {}

/**
 * What a transactional state store of a type of your own is made of.
 */
export interface TransactionalStateStoreProps extends ComponentProps, TransactionalStateStoreOptions {}

/** A state store, whatever its type. */
export interface IStateStore {
  /** The component's name, by which applications call the store. */
  readonly stateStoreName: string;
}

/** A state store that can keep the state of actors and workflows: it has transactions and ETags. */
export interface IActorStateStore extends IStateStore {
  /** Keeps the state of actors and workflows in this store. */
  useForActors(): void;
}

/** A state store that writes several keys together or not at all, and so can have an outbox. */
export interface ITransactionalStateStore extends IStateStore {
  /** Always true: stores without transactions lack the property. */
  readonly supportsTransactions: boolean;
}

/** A state store that finds values by their content. */
export interface IQueryableStateStore extends IStateStore {
  /** Always true: stores without queries lack the property. */
  readonly supportsQuery: boolean;
}

/** A state store that deletes values after a time to live. */
export interface ITtlStateStore extends IStateStore {
  /** Always true: stores without time to live lack the property. */
  readonly supportsTtl: boolean;
}

/**
 * A state store. Use the class of its type, e.g. `dapr.state.Redis`; extend this one for a pluggable type.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/state-management/
 */
export class StateStore extends Component implements IStateStore {
  /** The component's name, by which applications call the store. */
  public readonly stateStoreName: string;

  constructor(scope: Construct, id: string, props: StateStoreProps) {
    super(scope, id, classOf(props) ? props : withClass(props, { fields: STATE, items }));
    this.stateStoreName = this.name;
  }
}

/**
 * A state store with transactions and ETags: it can keep actors and workflows, and have an outbox.
 */
export class TransactionalStateStore extends StateStore implements IActorStateStore, ITransactionalStateStore {
  /** Always true: stores without transactions lack the property. */
  public readonly supportsTransactions: boolean = true;

  constructor(scope: Construct, id: string, props: TransactionalStateStoreProps) {
    super(scope, id, withClass(props, { fields: TRANSACTIONAL, items }));
  }

  /** Keeps the state of actors and workflows in this store. */
  public useForActors(): void {
    this._setMetadata('actorStateStore', 'true');
  }
}

const STATE: Fields = {
  keyPrefix: { is: 'value', expected: "a KeyPrefix, e.g. KeyPrefix.NAME or KeyPrefix.of('shop')" },
  primaryEncryptionKey: { is: 'secret' },
  secondaryEncryptionKey: { is: 'secret' },
};

const TRANSACTIONAL: Fields = {
  ...STATE,
  actorStateStore: { is: 'boolean' },
  outbox: {
    is: 'object',
    fields: {
      publishPubsub: { is: 'text', required: true },
      publishTopic: { is: 'text', required: true },
      pubsub: { is: 'text' },
      discardWhenMissingState: { is: 'boolean' },
    },
  },
};

function items(values: Record<string, any>): [string, unknown][] {
  const { keyPrefix, outbox } = values as TransactionalStateStoreOptions;
  const all: [string, unknown][] = [
    ['actorStateStore', values.actorStateStore],
    ['keyPrefix', keyPrefix?._text],
    ['primaryEncryptionKey', values.primaryEncryptionKey],
    ['secondaryEncryptionKey', values.secondaryEncryptionKey],
    ['outboxPublishPubsub', outbox?.publishPubsub],
    ['outboxPublishTopic', outbox?.publishTopic],
    ['outboxPubsub', outbox?.pubsub],
    ['outboxDiscardWhenMissingState', outbox?.discardWhenMissingState],
  ];
  return all.filter(([, value]) => value !== undefined);
}
