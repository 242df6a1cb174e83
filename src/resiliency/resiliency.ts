import { ApiObjectMetadata, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import type { IComponent } from '../component';
import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { toJson } from '../private/field-text';
import { show } from '../private/field-words';
import { checkField, checkFields, Fields, Place } from '../private/fields';
import { goDuration, isDuration } from '../private/go-duration';
import { checkName, checkScopes } from '../private/names';
import { Problems } from '../private/problems';
import { ScopedResource } from '../private/scoped-resource';
import type { IApplicationTarget } from '../targets';
import { callJson, checkCall, checkTimeoutName, inlineTimeout } from './call-policies';
import { CIRCUIT_BREAKER, CircuitBreakerOptions, checkTrip } from './circuit-breaker';
import { checkBuiltIn } from './default-policy';
import { CircuitBreakerPolicy, RetryPolicy, TimeoutPolicy } from './policies';
import { Retry } from './retry';
import {
  ACTOR_POLICIES,
  ActorPolicies,
  APP_POLICIES,
  AppPolicies,
  CallPolicies,
  COMPONENT_POLICIES,
  ComponentPolicies,
  TargetPolicies,
} from './target-policies';

/**
 * Whom the policies are for.
 */
export interface ResiliencyProps {
  /**
   * The app ids whose sidecars use the policies: the callers, and the receivers of messages.
   *
   * @default - every application of the namespace
   */
  readonly scopes?: string[];

  /**
   * Name, namespace, labels and annotations of the Kubernetes object.
   *
   * @default - named like the construct id, in the chart's namespace
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * Timeouts, retries and circuit breakers, and the applications, components and actors that they hold for.
 *
 * ```ts
 * const resiliency = new dapr.Resiliency(chart, 'resiliency');
 * const retry = resiliency.addRetry('important', dapr.Retry.exponential({ maxRetries: 10 }));
 * resiliency.target(orders, { retry, timeout: Duration.seconds(2) });
 * resiliency.target(store, { outbound: { retry } });
 * ```
 *
 * All Resiliency resources that an application sees share their names: of two policies or targets with one name, either
 * may win.
 *
 * @see https://docs.dapr.io/reference/resource-specs/resiliency-schema/
 */
export class Resiliency extends ScopedResource {
  private readonly timeouts = new Map<string, string>();
  private readonly inlineTimeouts = new Map<string, string>();
  private readonly retries = new Map<string, object>();
  private readonly circuitBreakers = new Map<string, object>();
  private readonly apps = new Map<string, object>();
  private readonly actors = new Map<string, object>();
  private readonly components = new Map<string, object>();

  constructor(scope: Construct, id: string, props: ResiliencyProps = {}) {
    const given = propsOf(props);
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, given.objectMeta?.name ?? id);
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
    checkScopes(problems, given.scopes);
    problems.throwIfAny();
    super(scope, id, { apiVersion: 'dapr.io/v1alpha1', kind: 'Resiliency', objectMeta: given.objectMeta }, given.scopes);
  }

  /**
   * Names a time limit for calls.
   *
   * @param name the policy's name, or one of `DefaultPolicy`
   * @param timeout the limit of each try; zero takes a limit away
   */
  public addTimeout(name: string, timeout: Duration): TimeoutPolicy {
    const problems = this.checkNew('timeouts', this.timeouts, name);
    checkField(problems, this.place(), { is: 'duration' }, timeout, `timeouts.${name}`);
    if (isDuration(timeout)) {
      checkTimeoutName(problems, name, timeout);
    }
    problems.throwIfAny();
    this.timeouts.set(name, goDuration(timeout));
    return TimeoutPolicy._of(name, this);
  }

  /**
   * Names a way of repeating failed calls.
   *
   * @param name the policy's name, one of `DefaultPolicy`, or one of `BuiltInRetry`
   * @param retry the pauses, how often, and after which codes
   */
  public addRetry(name: string, retry: Retry): RetryPolicy {
    const problems = this.checkNew('retries', this.retries, name);
    if (retry instanceof Retry) {
      retry._check(problems, this.place(), `retries.${name}.`);
      checkBuiltIn(problems, name, retry._options.maxRetries);
    } else {
      problems.add(
        Code.WRONG_TYPE,
        `'retries.${name}' of ${OWNER} must be a Retry, e.g. Retry.constant({ maxRetries: 3 }): got ${show(retry)}`,
      );
    }
    problems.throwIfAny();
    this.retries.set(name, retry._toJson());
    return RetryPolicy._of(name, this);
  }

  /**
   * Names a condition under which calls are no longer tried.
   *
   * @param name the policy's name, or one of `DefaultPolicy`
   * @param options when it opens, and for how long
   */
  public addCircuitBreaker(name: string, options: CircuitBreakerOptions = {}): CircuitBreakerPolicy {
    const problems = this.checkNew('circuitBreakers', this.circuitBreakers, name);
    checkFields(problems, this.place(), CIRCUIT_BREAKER, options, `circuitBreakers.${name}.`);
    checkTrip(problems, `'circuitBreakers.${name}.trip' of ${OWNER}`, options.trip);
    problems.throwIfAny();
    this.circuitBreakers.set(name, toJson(CIRCUIT_BREAKER, options));
    return CircuitBreakerPolicy._of(name, this);
  }

  /**
   * Sets the policies for an application or a component: `retry`, `timeout` and `circuitBreaker` for the one, `inbound` and
   * `outbound` for the other.
   *
   * @param target the application or component of the program
   * @param policies what holds for it
   */
  public target(target: IApplicationTarget | IComponent, policies: TargetPolicies): void {
    if (typeof (target as IApplicationTarget | undefined)?.appId === 'string') {
      this.targetApp(target as IApplicationTarget, policies);
    } else {
      this.targetComponent(target as IComponent, policies);
    }
  }

  /**
   * Sets the policies for calls of an application. They take the place of Dapr's own three retries for it.
   *
   * @param app the application that is called
   * @param policies what holds for it
   */
  public targetApp(app: IApplicationTarget, policies: AppPolicies): void {
    this.targetAppId(app?.appId, policies);
  }

  /**
   * Sets the policies for calls of an application that the program does not define.
   *
   * @param appId its app id, as callers write it: `orders`, or `orders.shop` for one in another namespace; also the name of
   * an HttpEndpoint, or the URL of a server that is called without one
   * @param policies what holds for it
   */
  public targetAppId(appId: string, policies: AppPolicies): void {
    const problems = this.checkNew('apps', this.apps, appId);
    checkFields(problems, this.place(), APP_POLICIES, policies, `apps.${appId}.`);
    checkCall(problems, this, `apps.${appId}.`, policies);
    problems.throwIfAny();
    this.keepTimeouts(policies);
    this.apps.set(appId, { ...toJson(APP_POLICIES, policies), ...callJson(policies) });
  }

  /**
   * Sets the policies for a component.
   *
   * @param component the component
   * @param policies what holds for it in each direction; `inbound` for pub/sub and input bindings only
   */
  public targetComponent(component: IComponent, policies: ComponentPolicies): void {
    this.setComponent(component?.name, policies, component?.componentType);
  }

  /**
   * Sets the policies for a component that the program does not define.
   *
   * @param name its `metadata.name`
   * @param policies what holds for it in each direction
   */
  public targetComponentName(name: string, policies: ComponentPolicies): void {
    this.setComponent(name, policies);
  }

  /**
   * Sets the policies for calls of actors.
   *
   * @param actorType the type of the actors
   * @param policies what holds for them
   */
  public targetActor(actorType: string, policies: ActorPolicies): void {
    const problems = this.checkNew('actors', this.actors, actorType);
    const prefix = `actors.${actorType}.`;
    checkFields(problems, this.place(), ACTOR_POLICIES, policies, prefix);
    checkCall(problems, this, prefix, policies);
    if (policies?.circuitBreaker !== undefined && policies.circuitBreakerScope === undefined) {
      problems.add(
        Code.REQUIRED,
        `'${prefix}circuitBreakerScope' is required by ${OWNER} where there is a circuitBreaker: got nothing, expected e.g. ActorCircuitBreakerScope.TYPE; without it Dapr drops all targets`,
      );
    }
    problems.throwIfAny();
    this.keepTimeouts(policies);
    this.actors.set(actorType, { ...toJson(ACTOR_POLICIES, policies), ...callJson(policies) });
  }

  /** @internal */
  public _spec(): object {
    return {
      policies: {
        ...entries('timeouts', new Map([...this.inlineTimeouts, ...this.timeouts])),
        ...entries('retries', this.retries),
        ...entries('circuitBreakers', this.circuitBreakers),
      },
      targets: {
        ...entries('apps', this.apps),
        ...entries('actors', this.actors),
        ...entries('components', this.components),
      },
    };
  }

  private setComponent(name: string, policies: ComponentPolicies, componentType?: string): void {
    const problems = this.checkNew('components', this.components, name);
    const prefix = `components.${name}.`;
    checkFields(problems, this.place(), COMPONENT_POLICIES, policies, prefix);
    DIRECTIONS.forEach((direction) => checkCall(problems, this, `${prefix}${direction}.`, policies?.[direction]));
    if (policies?.inbound !== undefined && componentType !== undefined && !/^(pubsub|bindings)\./.test(componentType)) {
      problems.add(
        Code.CONFLICT,
        `'${prefix}inbound' of ${OWNER} has no effect on ${componentType}: only pub/sub and input bindings deliver anything; expected 'outbound'`,
      );
    }
    problems.throwIfAny();
    const given = DIRECTIONS.filter((direction) => policies[direction] !== undefined);
    this.keepTimeouts(...given.map((direction) => policies[direction]!));
    this.components.set(name, Object.fromEntries(given.map((direction) => [direction, callJson(policies[direction]!)])));
  }

  /** Durations that stand where they are used become policies: a target holds names only. */
  private keepTimeouts(...policies: CallPolicies[]): void {
    for (const { timeout } of policies) {
      if (isDuration(timeout)) {
        this.inlineTimeouts.set(inlineTimeout(timeout), goDuration(timeout));
      }
    }
  }

  private place(): Place {
    return { owner: OWNER, version: DaprVersion.of(this) };
  }

  private checkNew(kind: string, present: Map<string, unknown>, name: unknown): Problems {
    const problems = new Problems(this.node.scope!, this.node.id);
    if (typeof name !== 'string' || name === '') {
      problems.add(Code.REQUIRED, `a name is required by '${kind}' of ${OWNER}: got ${show(name)}`);
    } else if (present.has(name)) {
      problems.add(Code.DUPLICATE, `'${kind}.${name}' of ${OWNER} is set already: expected another name, or all of it in one call`);
    }
    return problems;
  }
}

const OWNER = 'Resiliency';
const DIRECTIONS = ['inbound', 'outbound'] as const;
const FIELDS: Fields = { scopes: { is: 'texts' }, objectMeta: { is: 'any' } };

/** Sorted: which of them came first carries no meaning. */
function entries(name: string, map: Map<string, unknown>): object {
  return map.size === 0 ? {} : { [name]: Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
