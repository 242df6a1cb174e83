import { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { toJson } from '../private/field-text';
import { show } from '../private/field-words';
import { checkFields, Fields, Place } from '../private/fields';
import { checkName, checkScopes } from '../private/names';
import { Problems } from '../private/problems';
import { ScopedResource } from '../private/scoped-resource';
import type { IPubSub } from '../pub-sub';
import { BrokerSubscription } from './broker-subscription';
import { BULK_SUBSCRIBE, BulkSubscribe } from './bulk-subscribe';
import { checkRules, ROUTE_RULE, RouteRule } from './route-rule';

/**
 * Which messages go where.
 */
export interface SubscriptionProps {
  /** The pub/sub component that delivers the messages. */
  readonly pubsub: IPubSub;

  /** The topic. Some brokers take wildcards in it. */
  readonly topic: string;

  /**
   * The path (HTTP) or name (gRPC) that takes every message that no rule fits: Dapr's `routes.default`.
   *
   * @default - such messages go to the dead letter topic, or are dropped where there is none; required where there are no
   * rules
   */
  readonly route?: string;

  /**
   * Where messages go that have something in common. The first rule that fits decides.
   *
   * @default - all messages go to `route`
   */
  readonly rules?: RouteRule[];

  /**
   * The topic, of the same pub/sub component, for messages that cannot be handled. Without an inbound retry in a
   * Resiliency they go there after the first failure.
   *
   * @default - such messages come again
   */
  readonly deadLetterTopic?: string;

  /**
   * Delivers several messages in one go.
   *
   * @default - one by one
   */
  readonly bulkSubscribe?: BulkSubscribe;

  /**
   * Takes messages as they are, without a CloudEvent around them. Without it, a message that is no CloudEvent is an error.
   *
   * @default false
   */
  readonly rawPayload?: boolean;

  /**
   * What the broker knows about a single subscription.
   *
   * @default - as the component says
   */
  readonly broker?: BrokerSubscription;

  /**
   * Further settings, by the key that the component reads.
   *
   * @default - none
   */
  readonly metadata?: { [key: string]: string };

  /**
   * The app ids that get the messages.
   *
   * @default - every application of the namespace that sees the component
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
 * Sends the messages of a topic to applications.
 *
 * ```ts
 * new dapr.Subscription(chart, 'orders', {
 *   pubsub: bus,
 *   topic: 'orders',
 *   rules: [{ match: 'event.type == "order.placed"', path: '/placed' }],
 *   route: '/orders',
 *   scopes: ['notification'],
 * });
 * ```
 *
 * An application has one subscription for a topic of a component: of several, the first counts.
 *
 * @see https://docs.dapr.io/reference/resource-specs/subscription-schema/
 */
export class Subscription extends ScopedResource {
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: SubscriptionProps) {
    const given = propsOf(props);
    const place: Place = { owner: OWNER, version: DaprVersion.of(scope) };
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, given.objectMeta?.name ?? id);
    checkFields(problems, place, FIELDS, given);
    checkPubSub(problems, given.pubsub);
    checkRoutes(problems, given);
    checkRules(problems, given.rules);
    checkMetadata(problems, place, given);
    checkScopes(problems, given.scopes);
    problems.throwIfAny();
    super(scope, id, { apiVersion: 'dapr.io/v2alpha1', kind: 'Subscription', objectMeta: given.objectMeta }, given.scopes);
    this.spec = specOf(given);
  }

  /** @internal */
  public _spec(): object {
    return this.spec;
  }
}

const OWNER = 'Subscription';

const FIELDS: Fields = {
  pubsub: { is: 'any', required: true, expected: 'a pub/sub component' },
  topic: { is: 'text', required: true, pattern: /\S/, expected: 'the name of a topic' },
  route: { is: 'text', pattern: /\S/, expected: `a path, e.g. '/orders'` },
  rules: { is: 'objects', fields: ROUTE_RULE },
  deadLetterTopic: { is: 'text', pattern: /\S/, expected: 'the name of a topic' },
  bulkSubscribe: { is: 'object', fields: BULK_SUBSCRIBE },
  rawPayload: { is: 'boolean' },
  broker: { is: 'any' },
  metadata: { is: 'texts by name' },
  scopes: { is: 'texts' },
  objectMeta: { is: 'any' },
};

function checkPubSub(problems: Problems, pubsub: unknown): void {
  const name = (pubsub as Partial<IPubSub> | undefined)?.pubsubName;
  if (pubsub !== undefined && (typeof name !== 'string' || name === '')) {
    problems.add(Code.WRONG_TYPE, `'pubsub' of ${OWNER} must be a pub/sub component, which has a pubsubName: got ${show(pubsub)}`);
  }
}

function checkRoutes(problems: Problems, { route, rules }: SubscriptionProps): void {
  if (route === undefined && (rules === undefined || rules.length === 0)) {
    problems.add(
      Code.REQUIRED,
      `'route' or 'rules' is required by ${OWNER}: got neither, with which Dapr takes the messages and drops them; expected e.g. route: '/orders'`,
    );
  }
}

function checkMetadata(problems: Problems, place: Place, { pubsub, broker, metadata, rawPayload }: SubscriptionProps): void {
  if (broker instanceof BrokerSubscription) {
    broker._check(problems, place, (pubsub as { componentType?: string } | undefined)?.componentType);
  } else if (broker !== undefined) {
    problems.add(
      Code.WRONG_TYPE,
      `'broker' of ${OWNER} must be a BrokerSubscription, e.g. BrokerSubscription.kafka({ … }): got ${show(broker)}`,
    );
  }
  const typed = {
    ...(broker instanceof BrokerSubscription ? broker._metadata() : {}),
    ...(rawPayload === undefined ? {} : { rawPayload: '' }),
  };
  for (const key of Object.keys(metadata ?? {}).filter((name) => name in typed)) {
    problems.add(Code.CONFLICT, `'metadata.${key}' of ${OWNER} is set by another property too: expected one of them`);
  }
}

function specOf(props: SubscriptionProps): object {
  const { route, rules, rawPayload, broker, pubsub, bulkSubscribe, topic, deadLetterTopic } = props;
  const raw = rawPayload === undefined ? {} : { rawPayload: String(rawPayload) };
  const metadata = { ...props.metadata, ...broker?._metadata(), ...raw };
  return {
    pubsubname: pubsub.pubsubName,
    topic,
    routes: {
      ...(rules === undefined ? {} : { rules: rules.map((rule) => toJson(ROUTE_RULE, rule)) }),
      ...(route === undefined ? {} : { default: route }),
    },
    ...(deadLetterTopic === undefined ? {} : { deadLetterTopic }),
    ...(bulkSubscribe === undefined ? {} : { bulkSubscribe: { enabled: true, ...toJson(BULK_SUBSCRIBE, bulkSubscribe) } }),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
  };
}
