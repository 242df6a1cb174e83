import { Duration } from 'cdk8s';
import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { goDuration, isDuration } from '../private/go-duration';
import { Problems } from '../private/problems';
import { CircuitBreakerPolicy, RetryPolicy, TimeoutPolicy } from './policies';
import type { CallPolicies } from './target-policies';

type Policy = TimeoutPolicy | RetryPolicy | CircuitBreakerPolicy;

const KINDS = {
  retry: { is: RetryPolicy, made: 'what addRetry returns' },
  timeout: { is: TimeoutPolicy, made: 'a Duration, or what addTimeout returns' },
  circuitBreaker: { is: CircuitBreakerPolicy, made: 'what addCircuitBreaker returns' },
} as const;

type Property = keyof typeof KINDS;
const PROPERTIES = Object.keys(KINDS) as Property[];

/** Reports policies that are of another kind, or of another Resiliency, where nobody knows whether their names exist. */
export function checkCall(problems: Problems, resiliency: object, prefix: string, policies: CallPolicies | undefined): void {
  for (const property of PROPERTIES) {
    const policy: unknown = policies?.[property];
    const { is: kind, made } = KINDS[property];
    const name = `'${prefix}${property}' of Resiliency`;
    if (policy === undefined || (property === 'timeout' && isDuration(policy))) {
      continue;
    }
    if (!(policy instanceof kind)) {
      problems.add(Code.WRONG_TYPE, `${name} must be ${made}: got ${show(policy)}`);
    } else if (policy._owner !== undefined && policy._owner !== resiliency) {
      problems.add(
        Code.CONFLICT,
        `${name} is the policy '${policy.name}' of another Resiliency: expected ${made}, or ${kind.name}.fromName('${policy.name}') where both are for the same applications`,
      );
    }
  }
}

/** The names of checked policies, as a target holds them. */
export function callJson(policies: CallPolicies): { [property: string]: string } {
  const given = PROPERTIES.filter((property) => policies[property] !== undefined);
  return Object.fromEntries(given.map((property) => [property, nameOf(policies[property]!)]));
}

function nameOf(policy: Policy | Duration): string {
  return isDuration(policy) ? inlineTimeout(policy) : (policy as Policy).name;
}

/** The name of a timeout that stands where it is used: `timeout-2s`. */
export function inlineTimeout(timeout: Duration): string {
  return `timeout-${goDuration(timeout)}`;
}

/** Reports a name that means a timeout of another length. */
export function checkTimeoutName(problems: Problems, name: string, timeout: Duration): void {
  if (/^timeout-(\d+(h|m|s|ms))+$/.test(name) && name !== inlineTimeout(timeout)) {
    problems.add(
      Code.CONFLICT,
      `'timeouts.${name}' of Resiliency must last as long as its name says, because Durations of targets have such names: got ${goDuration(timeout)}`,
    );
  }
}
