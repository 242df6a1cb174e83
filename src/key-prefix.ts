import { mistake } from './private/problems';

/**
 * How a state store begins its keys: it decides which applications see the same data. A change orphans what is stored.
 */
export class KeyPrefix {
  /** `<app id>||key`: each application has its own data. The default. */
  public static readonly APP_ID = new KeyPrefix('appid');

  /** `<namespace>.<app id>||key`: like APP_ID, also told apart by namespace. */
  public static readonly NAMESPACE = new KeyPrefix('namespace');

  /** `<component name>||key`: the applications that use the component share its data. */
  public static readonly NAME = new KeyPrefix('name');

  /** The key as it is: everyone who uses the database shares the data. */
  public static readonly NONE = new KeyPrefix('none');

  /**
   * A fixed prefix.
   *
   * @param prefix lower case (Dapr lower-cases it), without `||`
   */
  public static of(prefix: string): KeyPrefix {
    if (prefix === '' || prefix.includes('||') || prefix !== prefix.toLowerCase()) {
      throw mistake(`a key prefix must be lower case and without '||': got '${prefix}'`);
    }
    return new KeyPrefix(prefix);
  }

  /** @internal */
  public readonly _text: string;

  private constructor(text: string) {
    this._text = text;
  }
}

/**
 * How a lock store begins its keys. Unlike a state store, it has no namespace strategy.
 */
export class LockKeyPrefix {
  /** `<app id>||key`: each application has its own locks. The default. */
  public static readonly APP_ID = new LockKeyPrefix('appid');

  /** `<component name>||key`: the applications that use the component share its locks. */
  public static readonly NAME = new LockKeyPrefix('name');

  /** The key as it is: everyone who uses the server shares the locks. */
  public static readonly NONE = new LockKeyPrefix('none');

  /**
   * A fixed prefix.
   *
   * @param prefix lower case (Dapr lower-cases it), without `||`
   */
  public static of(prefix: string): LockKeyPrefix {
    return new LockKeyPrefix(KeyPrefix.of(prefix)._text);
  }

  /** @internal */
  public readonly _text: string;

  /**
   * Keeps a KeyPrefix from being taken for this: TypeScript compares classes by their members.
   *
   * @internal
   */
  public readonly _forLock = true;

  private constructor(text: string) {
    this._text = text;
  }
}
