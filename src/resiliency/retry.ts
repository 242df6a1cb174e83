import { Duration } from 'cdk8s';
import { Code } from '../private/codes';
import { toJson } from '../private/field-text';
import { show } from '../private/field-words';
import { checkFields, Fields, Place } from '../private/fields';
import { Problems } from '../private/problems';
import { StatusCodes } from './status-codes';

/**
 * What every retry has.
 */
export interface RetryOptions {
  /**
   * How often a failed call is repeated. 0: not at all; -1: until it succeeds.
   *
   * @default -1
   */
  readonly maxRetries?: number;

  /**
   * The status codes after which a call is repeated. Where only codes of one protocol are given, calls of the other are
   * repeated after any error; so are errors without a code.
   *
   * @default - all
   */
  readonly matching?: StatusCodes[];
}

/**
 * Retries after equal pauses.
 */
export interface ConstantRetryOptions extends RetryOptions {
  /**
   * The pause.
   *
   * @default Duration.seconds(5)
   */
  readonly duration?: Duration;
}

/**
 * Retries after growing pauses.
 */
export interface ExponentialRetryOptions extends RetryOptions {
  /**
   * The longest pause.
   *
   * @default Duration.minutes(1)
   */
  readonly maxInterval?: Duration;
}

/**
 * How a failed call is repeated.
 *
 * @see https://docs.dapr.io/operations/resiliency/policies/retries/retries-overview/
 */
export class Retry {
  /**
   * Repeats after equal pauses.
   *
   * @param options the pause, how often, and after which codes
   */
  public static constant(options: ConstantRetryOptions = {}): Retry {
    return new Retry('constant', options, { ...COMMON, duration: { is: 'duration' } });
  }

  /**
   * Repeats after growing pauses: the first is half a second long, each further one half as long again, give or take
   * half. After 15 minutes it gives up, whatever `maxRetries` says.
   *
   * @param options the longest pause, how often, and after which codes
   */
  public static exponential(options: ExponentialRetryOptions = {}): Retry {
    return new Retry('exponential', options, { ...COMMON, maxInterval: { is: 'duration' } });
  }

  /** @internal */
  public readonly _options: RetryOptions;

  private constructor(
    private readonly policy: string,
    options: RetryOptions,
    private readonly fields: Fields,
  ) {
    this._options = { ...options, ...(Array.isArray(options.matching) ? { matching: [...options.matching] } : {}) };
  }

  /** @internal */
  public _check(problems: Problems, place: Place, prefix: string): void {
    checkFields(problems, place, this.fields, this._options, prefix);
    const name = `'${prefix}matching' of ${place.owner}`;
    const { matching } = this._options;
    if (matching === undefined) {
      return;
    }
    for (const codes of Array.isArray(matching) ? matching : [matching]) {
      if (codes instanceof StatusCodes) {
        codes._check(problems, name);
      } else {
        problems.add(Code.WRONG_TYPE, `${name} must be a list of StatusCodes, e.g. [StatusCodes.http(503)]: got ${show(matching)}`);
      }
    }
  }

  /** @internal */
  public _toJson(): object {
    const { matching, ...rest } = this._options;
    return {
      policy: this.policy,
      ...toJson(this.fields, rest),
      ...(matching === undefined || matching.length === 0 ? {} : { matching: StatusCodes._toJson(matching) }),
    };
  }
}

const COMMON: Fields = {
  maxRetries: { is: 'integer', min: -1 },
  matching: { is: 'any' },
};
