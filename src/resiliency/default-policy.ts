import { Code } from '../private/codes';
import { Problems } from '../private/problems';

/**
 * The names of policies that hold without a target: a policy with such a name applies to everything that has no target
 * of its own. The most precise name wins.
 *
 * A default for applications comes on top of the three retries that Dapr makes itself; only a target takes their place. What holds for
 * everything (`ANY`) holds for actors, and so for workflows, too.
 *
 * ```ts
 * resiliency.addRetry(dapr.DefaultPolicy.PUBSUB_INBOUND.retryName, dapr.Retry.constant({ maxRetries: 5 }));
 * ```
 *
 * @see https://docs.dapr.io/operations/resiliency/policies/default-policies/
 */
export class DefaultPolicy {
  /** Everything that no more precise default covers. */
  public static readonly ANY = new DefaultPolicy('');

  /** Service invocation. */
  public static readonly APP = new DefaultPolicy('App');

  /** Actors. */
  public static readonly ACTOR = new DefaultPolicy('Actor');

  /** Components, in both directions. */
  public static readonly COMPONENT = new DefaultPolicy('Component');

  /** Messages and events that components deliver. */
  public static readonly COMPONENT_INBOUND = new DefaultPolicy('ComponentInbound');

  /** Calls of components. */
  public static readonly COMPONENT_OUTBOUND = new DefaultPolicy('ComponentOutbound');

  /** Events that input bindings deliver. */
  public static readonly BINDING_INBOUND = new DefaultPolicy('BindingComponentInbound');

  /** Calls of output bindings. */
  public static readonly BINDING_OUTBOUND = new DefaultPolicy('BindingComponentOutbound');

  /** Calls of configuration stores. */
  public static readonly CONFIGURATION_OUTBOUND = new DefaultPolicy('ConfigurationComponentOutbound');

  /** Calls of conversation components. */
  public static readonly CONVERSATION_OUTBOUND = new DefaultPolicy('ConversationComponentOutbound');

  /** Calls of cryptography components. */
  public static readonly CRYPTO_OUTBOUND = new DefaultPolicy('CryptoComponentOutbound');

  /** Calls of lock stores. */
  public static readonly LOCK_OUTBOUND = new DefaultPolicy('LockComponentOutbound');

  /** Messages that pub/sub components deliver. */
  public static readonly PUBSUB_INBOUND = new DefaultPolicy('PubsubComponentInbound');

  /** Publishing. */
  public static readonly PUBSUB_OUTBOUND = new DefaultPolicy('PubsubComponentOutbound');

  /** Calls of secret stores. */
  public static readonly SECRETSTORE_OUTBOUND = new DefaultPolicy('SecretstoreComponentOutbound');

  /** Calls of state stores. */
  public static readonly STATESTORE_OUTBOUND = new DefaultPolicy('StatestoreComponentOutbound');

  private constructor(private readonly covers: string) {}

  /** The name of the retry. */
  public get retryName(): string {
    return `Default${this.covers}RetryPolicy`;
  }

  /** The name of the timeout. */
  public get timeoutName(): string {
    return `Default${this.covers}TimeoutPolicy`;
  }

  /** The name of the circuit breaker. */
  public get circuitBreakerName(): string {
    return `Default${this.covers}CircuitBreakerPolicy`;
  }
}

/**
 * The names of the retries that Dapr has from the start. A retry with such a name replaces it, with at least 3 retries.
 *
 * @see https://docs.dapr.io/operations/resiliency/policies/retries/override-default-retries/
 */
export enum BuiltInRetry {
  /** Calls of other applications whose sidecar is away: 3 retries, a second apart. */
  SERVICE = 'DaprBuiltInServiceRetries',

  /** Calls of actors whose sidecar is away: 3 retries, a second apart. */
  ACTOR = 'DaprBuiltInActorRetries',

  /** Reminders of actors: growing pauses of at most a minute, for 15 minutes. */
  ACTOR_REMINDER = 'DaprBuiltInActorReminderRetries',

  /** What the sidecar asks the application when it starts: 3 retries, at most a second apart. */
  INITIALIZATION = 'DaprBuiltInInitializationRetries',
}

/** Dapr does not let anyone replace this one. */
const PROTECTED = 'DaprBuiltInActorNotFoundRetries';

/** Dapr turns fewer retries of a built-in into this many, and retries without end too. */
const LEAST = 3;

/** Reports a retry that Dapr changes or leaves out because of its name. */
export function checkBuiltIn(problems: Problems, name: string, maxRetries: number | undefined): void {
  if (name === PROTECTED) {
    problems.add(
      Code.NOT_ALLOWED,
      `'retries.${name}' of Resiliency cannot be replaced: Dapr keeps its own; expected one of ${BUILT_IN.join(', ')}`,
    );
  } else if (BUILT_IN.includes(name) && (maxRetries === undefined || maxRetries < LEAST)) {
    problems.add(
      Code.MALFORMED,
      `'retries.${name}.maxRetries' of Resiliency must be at least ${LEAST}, which Dapr puts in place of less, and of no limit: got ${maxRetries ?? 'nothing'}`,
    );
  }
}

const BUILT_IN: string[] = Object.values(BuiltInRetry);
