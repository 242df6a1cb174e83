import { didYouMean } from '../../private/nearest';
import { mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';

/** Nobody misspells one of so many names by hand, and to compare each with each takes long. */
const MANY = 200;

/** Ends a message about an unknown pub/sub component: `; did you mean 'x'?`, or nothing. */
export function pubsubSuggestion({ components }: Model): (name: string, from: { readonly namespace?: string }) => string {
  const pubsubs = components.filter(({ category }) => category === 'pubsub');
  if (pubsubs.length > MANY) {
    return () => '';
  }
  return (name, from) =>
    didYouMean(name, new Set(pubsubs.filter((pubsub) => mayShareNamespace(pubsub, from)).map((pubsub) => pubsub.name)));
}
