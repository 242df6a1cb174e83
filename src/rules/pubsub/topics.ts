import { Component, itemNamed } from '../model/component';

/** The metadata of a pub/sub component that says which application may do what with which topic. */
export type TopicScope = 'publishingScopes' | 'subscriptionScopes';

/**
 * Why an application may not use a topic, ending a sentence, or nothing where it may or where that is only known at run time. As
 * pkg/runtime/pubsub/adapter.go IsOperationAllowed: the allowed topics first, then the protected ones, then the scopes.
 */
export function whyNot(component: Component, appId: string, topic: string, scope: TopicScope): string | undefined {
  const late = ['allowedTopics', 'protectedTopics', scope].some((key) => itemNamed(component, key)?.late);
  if (late || /[{}]/.test(topic)) {
    return undefined;
  }
  const allowed = topicsOf(component, 'allowedTopics');
  if (allowed.size > 0 && !allowed.has(topic)) {
    return `allowedTopics of '${component.name}' does not list it`;
  }
  const scoped = scopedTopics(component, appId, scope);
  if (scoped.size === 0) {
    return topicsOf(component, 'protectedTopics').has(topic)
      ? `it is protected, and ${scope} of '${component.name}' does not give it to '${appId}'`
      : undefined;
  }
  return scoped.has(topic) ? undefined : `${scope} of '${component.name}' does not give it to '${appId}'`;
}

/** The topics of allowedTopics or protectedTopics; Dapr takes the blanks out, and nothing else. */
export function topicsOf(component: Component, key: 'allowedTopics' | 'protectedTopics'): ReadonlySet<string> {
  const value = plain(component, key);
  return value === '' ? NONE : new Set(value.split(','));
}

/** The topics that a scope gives to an application; nothing at all means all of them, an empty name among them none. */
export function scopedTopics(component: Component, appId: string, scope: TopicScope): ReadonlySet<string> {
  return new Set(scopeItems(component, scope).flatMap(({ app, topics }) => (app === appId ? topics : [])));
}

export interface ScopeItem {
  readonly text: string;
  /** Nothing where the item has no `=`, so that Dapr skips it. */
  readonly app: string | undefined;
  readonly topics: readonly string[];
  /** What stands after a second `=`, which Dapr drops. */
  readonly dropped: string | undefined;
}

/** The items of a scope, as Dapr reads them. */
export function scopeItems(component: Component, scope: TopicScope): ScopeItem[] {
  const value = plain(component, scope);
  return (value === '' ? [] : value.split(';')).map((text) => {
    const [app, topics, ...rest] = text.split('=');
    return {
      text,
      app: topics === undefined ? undefined : app,
      topics: topics === undefined ? [] : topics.split(','),
      dropped: rest.length === 0 ? undefined : rest.join('='),
    };
  });
}

const NONE: ReadonlySet<string> = new Set();

function plain(component: Component, key: string): string {
  const item = itemNamed(component, key);
  return item === undefined || item.late ? '' : (item.value ?? '').replaceAll(' ', '');
}
