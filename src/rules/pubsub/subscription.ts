import { once } from '../once';
import { Component } from '../model/component';
import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { isInScope } from '../model/visibility';
import { isMapping, list, mapping, Path, text } from '../read';

/** One item of `routes.rules`. */
export interface RouteRule {
  /** Without blanks around it; empty where it matches everything. */
  readonly match: string;
  readonly path: Path;
  readonly to: string | undefined;
}

/** An object of kind Subscription, of either version. */
export interface Subscription extends Resource {
  /** Whether it is written as dapr.io/v1alpha1. */
  readonly isV1: boolean;
  /** Empty where it names none. */
  readonly pubsubName: string;
  readonly topic: string;
  readonly deadLetterTopic: string | undefined;
  readonly rules: readonly RouteRule[];
  readonly fallback: string | undefined;
}

export const subscriptionsOf = once(({ subscriptions }: Model): readonly Subscription[] => {
  return subscriptions.map((resource) => {
    const { spec } = resource;
    const isV1 = resource.manifest.apiVersion === 'dapr.io/v1alpha1';
    const routes = mapping(spec.routes);
    const deadLetterTopic = text(spec.deadLetterTopic);
    return {
      ...resource,
      isV1,
      pubsubName: text(spec.pubsubname) ?? '',
      topic: text(spec.topic) ?? '',
      deadLetterTopic: deadLetterTopic === '' ? undefined : deadLetterTopic,
      rules: isV1
        ? []
        : list(routes.rules).map((rule, i) => ({
            match: (text(mapping(rule).match) ?? '').trim(),
            path: ['spec', 'routes', 'rules', i],
            to: isMapping(rule) ? text(rule.path) : undefined,
          })),
      fallback: isV1 ? text(spec.route) : text(routes.default),
    };
  });
});

/** What a rule asks of a message, where it asks something and is no placeholder such as `<match>`. */
export function expressionOf({ match }: RouteRule): string | undefined {
  return match === '' || /^<[^<>]*>$/.test(match) ? undefined : match;
}

/** The pub/sub components that a subscription can mean. */
export function pubsubsOf(model: Model, subscription: Subscription): readonly Component[] {
  return model.componentsNamed(subscription.pubsubName, subscription).filter(({ category }) => category === 'pubsub');
}

/** The app ids that a subscription is for: those of its scopes, or those of the applications that are here. */
export function subscribersOf(model: Model, subscription: Subscription): ReadonlySet<string> {
  return new Set(subscription.scopes ?? model.appsThatSee(subscription).map(({ id }) => id));
}

/** The pub/sub component that an application gets of a subscription, where there is exactly one to choose. */
export function pubsubFor(pubsubs: readonly Component[], appId: string): Component | undefined {
  const seen = pubsubs.filter((component) => isInScope(component, appId));
  return seen.length === 1 ? seen[0] : undefined;
}
