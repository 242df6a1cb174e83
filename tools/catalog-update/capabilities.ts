/** What a release's components say that they can, against the catalog's `capabilities`. */
import type { ComponentFacts } from '../../src/rules/facts';
import { Difference } from './difference';

/** Dapr's features, and the catalog's word for each. `actors` is no feature of its own: a store needs two others, and Dapr's word for it. */
const CAPABILITIES: { readonly [feature: string]: string } = {
  BULK_PUBSUB: 'bulk',
  BULK_SUBSCRIBE_IMMEDIATE: 'bulkSubscribeImmediate',
  DELETE_WITH_PREFIX: 'deleteWithPrefix',
  ETAG: 'etag',
  KEYS_LIKE: 'keysLike',
  MESSAGE_TTL: 'messageTtl',
  PARTITION_KEY: 'partitionKey',
  QUERY_API: 'query',
  SUBSCRIBE_WILDCARDS: 'wildcards',
  TRANSACTIONAL: 'transactions',
  TTL: 'ttl',
};

/** The differences of one component. Features that the catalog has no use for are left out. */
export function capabilityDifferences(place: string, features: readonly string[], facts: ComponentFacts): Difference[] {
  const can = new Set(features.flatMap((feature) => CAPABILITIES[feature] ?? []));
  const known = new Set(facts.capabilities.filter((capability) => Object.values(CAPABILITIES).includes(capability)));
  const more = [...can].filter((one) => !known.has(one)).sort();
  const less = [...known].filter((one) => !can.has(one)).sort();
  return [
    ...more.map((one): Difference => ({
      place: `${place} (${one})`,
      what: 'came',
      found: 'the component says that it can',
      propose: `capabilities: ${one}`,
    })),
    ...less.map((one): Difference => ({
      place: `${place} (${one})`,
      what: 'went',
      found: 'the component does not say that it can',
      propose: `no ${one} among its capabilities`,
    })),
  ];
}
