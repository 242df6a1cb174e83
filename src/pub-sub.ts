import { Construct } from 'constructs';
import { Component, ComponentProps } from './component';
import { ComponentOptions } from './component-options';
import { Code } from './private/codes';
import { withClass } from './private/component-schema';
import { Fields } from './private/fields';
import { checkAppId } from './private/names';
import { Problems } from './private/problems';

/**
 * What every pub/sub component takes beside the settings of its type.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/pubsub/pubsub-scopes/
 */
export interface PubSubOptions extends ComponentOptions {
  /**
   * The consumer group. One value for several applications makes them compete for each message.
   *
   * @default - the app id: the replicas of an application compete, each application gets every message
   */
  readonly consumerID?: string;

  /**
   * The only topics that anyone may use.
   *
   * @default - all topics
   */
  readonly allowedTopics?: string[];

  /**
   * Topics that only the applications in `publishingScopes` and `subscriptionScopes` may use.
   *
   * @default - none
   */
  readonly protectedTopics?: string[];

  /**
   * The topics that an application may publish to, by app id; an empty list forbids all. An application that is not listed may publish to
   * every topic that is not protected.
   *
   * @default - no limits
   */
  readonly publishingScopes?: { [appId: string]: string[] };

  /**
   * The topics that an application may subscribe to, by app id; an empty list forbids all. An application that is not listed may subscribe
   * to every topic that is not protected.
   *
   * @default - no limits
   */
  readonly subscriptionScopes?: { [appId: string]: string[] };
}

/**
 * What a pub/sub component of a type of your own is made of.
 */
export interface PubSubProps extends ComponentProps, PubSubOptions {}

/** A pub/sub component, whatever its type. */
export interface IPubSub {
  /** The component's name, by which applications publish and subscribe. */
  readonly pubsubName: string;
}

/** A pub/sub component whose broker takes and gives several messages in one go. */
export interface IBulkPubSub extends IPubSub {
  /** Always true: components without bulk support of their own lack the property. */
  readonly supportsBulk: boolean;
}

/** A pub/sub component that drops messages after a time to live. */
export interface ITtlPubSub extends IPubSub {
  /** Always true: components without time to live lack the property. */
  readonly supportsTtl: boolean;
}

/**
 * A pub/sub component. Use the class of its type, e.g. `dapr.pubsub.Kafka`; extend this one for a pluggable type.
 *
 * @see https://docs.dapr.io/developing-applications/building-blocks/pubsub/
 */
export class PubSub extends Component implements IPubSub {
  /**
   * Refers to a pub/sub component that exists already, such as one of another chart or the platform team's.
   *
   * @param name the component's `metadata.name`
   */
  public static fromName(name: string): IPubSub {
    return { pubsubName: name };
  }

  /** The component's name, by which applications publish and subscribe. */
  public readonly pubsubName: string;

  constructor(scope: Construct, id: string, props: PubSubProps) {
    super(scope, id, withClass(props, { fields: FIELDS, check, items }));
    this.pubsubName = this.name;
  }
}

const FIELDS: Fields = {
  consumerID: { is: 'text' },
  allowedTopics: { is: 'texts' },
  protectedTopics: { is: 'texts' },
  publishingScopes: { is: 'lists by name' },
  subscriptionScopes: { is: 'lists by name' },
};

/** Dapr removes all spaces and splits at these signs: such a name would be read as another, or as several. */
function check(problems: Problems, values: Record<string, any>): void {
  for (const property of ['allowedTopics', 'protectedTopics']) {
    (values[property] ?? []).forEach((topic: string) => checkTopic(problems, property, topic));
  }
  for (const property of ['publishingScopes', 'subscriptionScopes']) {
    for (const [appId, topics] of Object.entries<string[]>(values[property] ?? {})) {
      checkAppId(problems, appId, `an app id in ${property}`);
      topics.forEach((topic) => checkTopic(problems, property, topic));
    }
  }
}

function checkTopic(problems: Problems, property: string, topic: string): void {
  if (topic === '' || /[\s,;=]/.test(topic)) {
    problems.add(Code.MALFORMED, `a topic in '${property}' must not be empty and have no space, comma, ';' or '=': got '${topic}'`);
  }
}

function items(values: Record<string, any>): [string, unknown][] {
  const all: [string, unknown][] = [
    ['consumerID', values.consumerID],
    ['allowedTopics', values.allowedTopics && [...values.allowedTopics].sort()],
    ['protectedTopics', values.protectedTopics && [...values.protectedTopics].sort()],
    ['publishingScopes', values.publishingScopes && scopesText(values.publishingScopes)],
    ['subscriptionScopes', values.subscriptionScopes && scopesText(values.subscriptionScopes)],
  ];
  return all.filter(([, value]) => value !== undefined);
}

/** `checkout=orders,returns;notification=`: what Dapr parses, sorted. */
function scopesText(scopes: { [appId: string]: string[] }): string {
  return Object.keys(scopes)
    .sort()
    .map((appId) => `${appId}=${[...scopes[appId]].sort().join(',')}`)
    .join(';');
}
