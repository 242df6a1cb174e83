import { Duration } from 'cdk8s';
import { Fields } from '../private/fields';
import { CircuitBreakerPolicy, RetryPolicy, TimeoutPolicy } from './policies';

/**
 * The policies for calls. What is left out does not apply: a target gets none of the defaults.
 */
export interface CallPolicies {
  /**
   * How failed calls are repeated.
   *
   * @default - not
   */
  readonly retry?: RetryPolicy;

  /**
   * How long each try may take: a Duration, or a named timeout.
   *
   * @default - no limit
   */
  readonly timeout?: Duration | TimeoutPolicy;

  /**
   * When calls are no longer tried.
   *
   * @default - always tried
   */
  readonly circuitBreaker?: CircuitBreakerPolicy;
}

/**
 * The policies for calls of an application.
 */
export interface AppPolicies extends CallPolicies {
  /**
   * For how many of the application's methods or paths a breaker is kept: each has one of its own. At least 1.
   *
   * @default 100
   */
  readonly circuitBreakerCacheSize?: number;
}

/**
 * What a breaker of an actor type counts together.
 */
export enum ActorCircuitBreakerScope {
  /** All actors of the type. */
  TYPE = 'type',

  /** Each actor by itself. */
  ID = 'id',

  /** Meant for both at once; Dapr 1.18 takes it for `ID`. */
  BOTH = 'both',
}

/**
 * The policies for calls of actors. Retry and breaker work before the actor's turn, the timeout during it.
 */
export interface ActorPolicies extends CallPolicies {
  /**
   * What the breaker counts together. Required where there is a breaker.
   *
   * @default - none
   */
  readonly circuitBreakerScope?: ActorCircuitBreakerScope;

  /**
   * For how many actors a breaker is kept. At least 1.
   *
   * @default 5000
   */
  readonly circuitBreakerCacheSize?: number;
}

/**
 * The policies for a component. A direction that is left out gets none of the defaults.
 */
export interface ComponentPolicies {
  /**
   * For messages and events that a pub/sub component or an input binding delivers.
   *
   * @default - none
   */
  readonly inbound?: CallPolicies;

  /**
   * For calls of the component.
   *
   * @default - none
   */
  readonly outbound?: CallPolicies;
}

/**
 * The policies for an application or a component: those of `AppPolicies` for the one, those of `ComponentPolicies` for
 * the other.
 */
export interface TargetPolicies extends AppPolicies, ComponentPolicies {}

const CALL: Fields = { retry: { is: 'any' }, timeout: { is: 'any' }, circuitBreaker: { is: 'any' } };

export const APP_POLICIES: Fields = { ...CALL, circuitBreakerCacheSize: { is: 'integer', min: 1 } };

export const ACTOR_POLICIES: Fields = {
  ...CALL,
  circuitBreakerScope: { is: 'enum', of: Object.values(ActorCircuitBreakerScope) },
  circuitBreakerCacheSize: { is: 'integer', min: 1 },
};

export const COMPONENT_POLICIES: Fields = {
  inbound: { is: 'object', fields: CALL },
  outbound: { is: 'object', fields: CALL },
};
