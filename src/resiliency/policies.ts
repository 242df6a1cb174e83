/**
 * A timeout that targets can use.
 */
export class TimeoutPolicy {
  /**
   * Refers to a timeout of another Resiliency that the same applications see. Where there is none, calls have no time limit.
   *
   * @param name the policy's name
   */
  public static fromName(name: string): TimeoutPolicy {
    return new TimeoutPolicy(name);
  }

  /** @internal */
  public static _of(name: string, owner: object): TimeoutPolicy {
    return new TimeoutPolicy(name, owner);
  }

  /** @internal */
  public readonly _kind = 'timeout';

  /** @internal */
  public readonly _owner?: object;

  private constructor(
    /** The policy's name. */
    public readonly name: string,
    owner?: object,
  ) {
    this._owner = owner;
  }
}

/**
 * A retry that targets can use.
 */
export class RetryPolicy {
  /**
   * Refers to a retry of another Resiliency that the same applications see. Where there is none, calls are not repeated.
   *
   * @param name the policy's name
   */
  public static fromName(name: string): RetryPolicy {
    return new RetryPolicy(name);
  }

  /** @internal */
  public static _of(name: string, owner: object): RetryPolicy {
    return new RetryPolicy(name, owner);
  }

  /** @internal */
  public readonly _kind = 'retry';

  /** @internal */
  public readonly _owner?: object;

  private constructor(
    /** The policy's name. */
    public readonly name: string,
    owner?: object,
  ) {
    this._owner = owner;
  }
}

/**
 * A circuit breaker that targets can use.
 */
export class CircuitBreakerPolicy {
  /**
   * Refers to a circuit breaker of another Resiliency that the same applications see. Where there is none, each
   * call of a component that has it as its breaker panics: one over gRPC ends the sidecar.
   *
   * @param name the policy's name
   */
  public static fromName(name: string): CircuitBreakerPolicy {
    return new CircuitBreakerPolicy(name);
  }

  /** @internal */
  public static _of(name: string, owner: object): CircuitBreakerPolicy {
    return new CircuitBreakerPolicy(name, owner);
  }

  /** @internal */
  public readonly _kind = 'circuit breaker';

  /** @internal */
  public readonly _owner?: object;

  private constructor(
    /** The policy's name. */
    public readonly name: string,
    owner?: object,
  ) {
    this._owner = owner;
  }
}
