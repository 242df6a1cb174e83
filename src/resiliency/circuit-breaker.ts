import { Duration } from 'cdk8s';
import { readCel } from '../private/cel';
import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { Fields } from '../private/fields';
import { didYouMean } from '../private/nearest';
import { Problems } from '../private/problems';

/**
 * When calls are no longer tried, and when they are tried again.
 *
 * @see https://docs.dapr.io/operations/resiliency/policies/circuit-breakers/
 */
export interface CircuitBreakerOptions {
  /**
   * The condition that opens the breaker, looked at after each failure: an expression (CEL) over `requests`,
   * `totalSuccesses`, `totalFailures`, `consecutiveSuccesses` and `consecutiveFailures`. Others do not exist: with one of
   * them the breaker never opens.
   *
   * @default 'consecutiveFailures > 5'
   */
  readonly trip?: string;

  /**
   * How long the breaker stays open before calls are tried again. At least one millisecond.
   *
   * @default Duration.seconds(60)
   */
  readonly timeout?: Duration;

  /**
   * How often a closed breaker forgets its counts. Zero: never.
   *
   * @default Duration.seconds(0)
   */
  readonly interval?: Duration;

  /**
   * How many calls are tried before the breaker closes again. At least 1.
   *
   * @default 1
   */
  readonly maxRequests?: number;
}

export const CIRCUIT_BREAKER: Fields = {
  trip: { is: 'text', pattern: /\S/, expected: `a condition, e.g. 'consecutiveFailures > 5'` },
  // A timeout of zero, and no requests at all, are read as the defaults.
  timeout: { is: 'duration', min: 1 },
  interval: { is: 'duration' },
  maxRequests: { is: 'integer', min: 1, max: 2 ** 32 - 1 },
};

const COUNTS = ['requests', 'totalSuccesses', 'totalFailures', 'consecutiveSuccesses', 'consecutiveFailures'];

/** Reports a condition that cannot be read, or that looks at something that does not exist. */
export function checkTrip(problems: Problems, name: string, trip: unknown): void {
  if (typeof trip !== 'string') {
    return;
  }
  const { broken, variables } = readCel(trip);
  if (broken !== undefined) {
    problems.add(Code.MALFORMED, `${name} must be a condition that can be read: got ${show(trip)}, in which ${broken}`);
  }
  for (const variable of variables.filter((used) => !COUNTS.includes(used))) {
    problems.add(
      Code.NOT_ALLOWED,
      `${name} must use only ${COUNTS.join(', ')}, else the breaker never opens: got '${variable}'${didYouMean(variable, COUNTS)}`,
    );
  }
}
