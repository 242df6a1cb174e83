/** Which types a release registers, and which keys they read into their structs, against the catalog. */
import { CLASS_KEYS, COMPONENTS, TYPE_ALIASES } from '../../src/generated/component-facts';
import type { ComponentFacts, KeyFacts } from '../../src/rules/facts';
import { capabilityDifferences } from './capabilities';
import { Difference, holds } from './difference';
import type { ReleasedComponent } from './release';

/**
 * The differences of a release's components.
 *
 * @param released what its code registers and decodes
 * @param described the same of the release that the catalog describes: a key that the catalog knows and neither struct has is read elsewhere
 * @param minor such as `1.17`
 */
export function componentDifferences(
  released: readonly ReleasedComponent[],
  described: readonly ReleasedComponent[],
  minor: string,
): Difference[] {
  const registered = byName(released);
  const reference = byName(described);
  const known = Object.values(COMPONENTS).flat();
  return [
    ...[...registered].flatMap(([name, component]) => {
      const facts = known.find((one) => nameOf(one) === name);
      return facts === undefined || !holds(facts, minor)
        ? [came(name, facts, minor)]
        : keyDifferences(name, component, reference.get(name), facts, minor);
    }),
    ...known
      .filter((facts) => holds(facts, minor) && !registered.has(nameOf(facts)))
      .map((facts): Difference => went(nameOf(facts), reference.has(nameOf(facts)), minor)),
  ];
}

function nameOf({ type, version }: { type: string; version: string }): string {
  return `${type}/${version}`;
}

/** By type and version; several names of one type are one. */
function byName(all: readonly ReleasedComponent[]): Map<string, ReleasedComponent> {
  return new Map(
    all
      .filter(({ type }) => !type.startsWith('nameresolution.')) // no component: a part of the Configuration
      .map((one) => [nameOf({ ...one, type: Object.hasOwn(TYPE_ALIASES, one.type) ? TYPE_ALIASES[one.type] : one.type }), one]),
  );
}

function came(name: string, facts: ComponentFacts | undefined, minor: string): Difference {
  return facts === undefined
    ? {
        place: name,
        what: 'came',
        found: 'daprd registers it, the catalog has no such type and version',
        propose: `a new file below catalog/components, with since: '${minor}'`,
      }
    : {
        place: name,
        what: 'came',
        found: `daprd ${minor} registers it, the catalog has since: '${facts.since}'`,
        propose: `since: '${minor}', or none`,
      };
}

function went(name: string, elsewhere: boolean, minor: string): Difference {
  return elsewhere
    ? { place: name, what: 'went', found: `daprd ${minor} does not register it`, propose: 'since: the first version that does' }
    : { place: name, what: 'went', found: 'daprd does not register it', propose: 'remove it, or say until when it was there' };
}

function keyDifferences(
  name: string,
  released: ReleasedComponent,
  reference: ReleasedComponent | undefined,
  facts: ComponentFacts,
  minor: string,
): Difference[] {
  const capabilities = released.features === undefined ? [] : capabilityDifferences(name, released.features, facts);
  if (released.fields === null) {
    return capabilities;
  }
  const fields = Object.entries(released.fields).filter(([, { Ignored }]) => !Ignored);
  return [
    ...capabilities,
    ...fields.flatMap(([key, { Type }]) => fieldDifference(name, key, Type, facts, minor)),
    ...Object.entries(facts.keys).flatMap(([key, fact]) =>
      holds(fact, minor) && !has(released, key) && reference !== undefined && has(reference, key)
        ? [
            {
              place: `${name} ${key}`,
              what: 'went' as const,
              found: `Dapr ${minor} does not read it, that of the catalog does`,
              propose: 'since: the first version that does',
            },
          ]
        : [],
    ),
  ];
}

/** Whether a struct has a key, in any case and under any of its names. */
function has({ fields }: ReleasedComponent, key: string): boolean {
  const wanted = key.toLowerCase();
  return Object.entries(fields ?? {}).some(([name, { Aliases }]) => [name, ...(Aliases ?? [])].some((one) => one.toLowerCase() === wanted));
}

function fieldDifference(name: string, key: string, type: string, facts: ComponentFacts, minor: string): Difference[] {
  const place = `${name} ${key}`;
  const fact = find(facts.keys, key);
  if (fact === undefined) {
    return mentions(facts, key)
      ? []
      : [
          {
            place,
            what: 'came',
            found: `Dapr reads it as ${type}, the catalog does not know it`,
            propose: `a field, or a line of reads.keys, with since: '${minor}'`,
          },
        ];
  }
  if (!holds(fact, minor)) {
    return [
      { place, what: 'came', found: `Dapr ${minor} reads it, the catalog has ${spanOf(fact)}`, propose: `since: '${minor}', or none` },
    ];
  }
  return textOf(fact.go) === textOf(type)
    ? []
    : [{ place, what: 'changed', found: `Dapr reads it as ${type}, the catalog has ${fact.go}`, propose: `reads.keys: ${key}: ${type}` }];
}

function spanOf({ since, until }: KeyFacts): string {
  return [since && `since: '${since}'`, until && `until: '${until}'`].filter(Boolean).join(', ');
}

function find<T>(table: { readonly [key: string]: T } | undefined, key: string): T | undefined {
  return Object.entries(table ?? {}).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

/** Whether the catalog knows a key otherwise: another spelling, one that is decoded and not used, one of the class, one that users name. */
function mentions({ type, aliases, notRead, patterns }: ComponentFacts, key: string): boolean {
  return (
    [aliases, notRead, CLASS_KEYS[type.split('.')[0]]].some((table) => find<unknown>(table, key) !== undefined) ||
    Object.keys(patterns ?? {}).some((pattern) => new RegExp(pattern).test(key))
  );
}

/** What text a Go type takes, as far as the struct decides it: types of the same texts are one. */
function textOf(go: string): string {
  const bare = go.replace(/^\*/, '').replace(/^config\./, '');
  return SAME_TEXT[bare] ?? bare;
}

const SAME_TEXT: { readonly [go: string]: string } = {
  // Named strings: which values they take is in the catalog's `of`.
  'generated.PublicAccessType': 'string',
  'azblob.PublicAccessType': 'string',
  'container.PublicAccessType': 'string',
  'pubsub.ConcurrencyMode': 'string',
  'rocketmq.QueueSelectorType': 'string',
  '[]uint8': 'string',
  // kit/config takes a duration or whole seconds for each of these.
  'redis.Duration': 'Duration',
  'time.Duration': 'Duration',
  // Parsed from a text by the component itself.
  'strconv.ParseBool': 'bool',
  'strconv.Atoi': 'string',
};
