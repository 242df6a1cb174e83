/** Writes what the rules know of each component: what the sidecar reads of each key, and how. */
import type { ComponentFacts, KeyFacts, Need } from '../../src/rules/facts';
import { Catalog, ComponentFact, FieldFact, FieldFacts, parseNeed, ReadFacts } from './catalog';
import { header } from './component-file';
import { quote } from './fields';

/** How the sidecar parses a field of a kind, where the catalog does not say otherwise. */
const GO_OF_KIND: { readonly [kind: string]: string } = {
  integer: 'int',
  number: 'float64',
  boolean: 'bool',
  duration: 'time.Duration',
  durations: '[]time.Duration',
  size: 'metadata.ByteSize',
  texts: '[]string',
};

/** How kit/config parses what kit/metadata parses otherwise. */
const STRICT: { readonly [go: string]: string } = {
  bool: 'config.bool',
  'time.Duration': 'config.Duration',
  'redis.Duration': 'config.Duration',
};

/** The keys of a retry policy, after their prefix. */
const RETRY: { readonly [suffix: string]: string } = {
  Policy: 'string',
  Duration: 'config.Duration',
  InitialInterval: 'config.Duration',
  RandomizationFactor: 'config.float32',
  Multiplier: 'config.float32',
  MaxInterval: 'config.Duration',
  MaxElapsedTime: 'config.Duration',
  MaxRetries: 'config.int64',
};

export function componentFactsFile(catalog: Catalog): string {
  const byType = new Map<string, ComponentFact[]>();
  for (const component of catalog.components) {
    byType.set(component.type, [...(byType.get(component.type) ?? []), component]);
  }
  const types = [...byType].sort(([a], [b]) => (a < b ? -1 : 1));
  const aliases = catalog.components.flatMap((c) => (c.aliases ?? []).map((alias): [string, string] => [alias, c.type]));
  const shared = new SharedKeys();
  const rows = types.map(([type, all]) => {
    const versions = [...all].sort((a, b) => (a.version < b.version ? 1 : -1)).map((c) => row(facts(catalog, c), shared));
    return `  ${quote(type)}: [${versions.join(', ')}],\n`;
  });
  const classes = Object.entries(catalog.classKeys).map(([category, keys]) => {
    const all = Object.entries(keys).map(([name, { go, exactCase, secret }]) => [
      name,
      { is: secret ? 'secret' : 'text', go, exactCase, secret },
    ]);
    return `  ${category}: ${JSON.stringify(Object.fromEntries(all))},\n`;
  });
  return `${header('catalog')}import type { ComponentFacts, KeyFacts } from '../rules/facts';

/** Facts that many keys share. */
const K: readonly KeyFacts[] = [
${shared.rows().join('')}];

/** Every type, with the facts of each of its versions, the newest first. */
export const COMPONENTS: { readonly [type: string]: readonly ComponentFacts[] } = {
${rows.join('')}};

/** Other names of the same types. */
export const TYPE_ALIASES: { readonly [alias: string]: string } = {
${[...new Map(aliases)]
  .sort()
  .map(([alias, type]) => `  ${quote(alias)}: ${quote(type)},\n`)
  .join('')}};

/** What the runtime reads of every component of a class. */
export const CLASS_KEYS: { readonly [category: string]: { readonly [key: string]: KeyFacts } } = {
${classes.join('')}};
`;
}

/** Most keys are one of a few dozen kinds: each is written once, which keeps the file small and quick to parse. */
class SharedKeys {
  private readonly places = new Map<string, number>();

  public place(facts: KeyFacts): string {
    const text = JSON.stringify(facts);
    const place = this.places.get(text) ?? this.places.size;
    this.places.set(text, place);
    return `K[${place}]`;
  }

  public rows(): string[] {
    return [...this.places.keys()].map((text) => `  ${text},\n`);
  }
}

function row({ keys, ...rest }: ComponentFacts, shared: SharedKeys): string {
  const all = Object.entries(keys).map(([name, facts]) => `${/^[A-Za-z]\w*$/.test(name) ? name : quote(name)}:${shared.place(facts)}`);
  return `${JSON.stringify(rest).slice(0, -1)},"keys":{${all.join(',')}}}`;
}

function facts(catalog: Catalog, component: ComponentFact): ComponentFacts {
  const reads = readsOf(catalog, component);
  const wired = Object.entries(fieldsOf(catalog, component)).map(([name, field]): [string, FieldFact] => [field.wire ?? name, field]);
  const keys: { [key: string]: KeyFacts } = {};
  for (const [name, field] of wired) {
    keys[name] = keyFacts(name, field, reads);
  }
  for (const name of [...Object.keys(reads.keys ?? {}), ...Object.keys(reads.values ?? {}), ...(reads.perRequest ?? [])]) {
    keys[nameAmong(keys, name)] ??= keyFacts(name, { is: 'text' }, reads);
  }
  for (const [suffix, go] of Object.entries(component.retryPrefix === undefined ? {} : RETRY)) {
    const name = `${component.retryPrefix}${suffix}`;
    keys[name] = { ...keyFacts(name, { is: 'text' }, reads), go: ofKey(reads.keys, name) ?? go, exactCase: true };
  }
  return {
    type: component.type,
    version: component.version,
    class: `${component.module}.${component.class}`,
    stableImage: component.stableImage,
    since: component.since,
    deprecated: component.deprecated,
    capabilities: component.capabilities ?? [],
    directions: component.binding?.directions,
    operations: component.binding?.operations,
    decoder: reads.by,
    aliases: reads.aliases,
    notRead: reads.notRead,
    patterns: reads.patterns,
    needs: reads.needs?.map((text): Need => parseNeed(component.file, text)),
    callsNeed: reads.callsNeed?.map((text): Need => parseNeed(component.file, text)),
    keys,
  };
}

function keyFacts(name: string, field: FieldFact, reads: ReadFacts): KeyFacts {
  const go = ofKey(reads.keys, name) ?? GO_OF_KIND[field.is] ?? 'string';
  const has = (names: string[] | undefined): true | undefined => (names ?? []).some((other) => same(other, name)) || undefined;
  const of = ofKey(reads.values, name) ?? field.of;
  return {
    is: field.is,
    required: field.required,
    of,
    secret: field.is === 'secret' || undefined,
    since: field.since ?? ofKey(reads.since, name),
    until: field.until,
    go: reads.by === 'kit/config' ? (STRICT[go] ?? (/^u?int/.test(go) ? `config.${go}` : go)) : go,
    exactCase: has(reads.exactCase),
    anyCase: of && has(reads.anyCase),
    anyText: of && has(reads.anyText),
    perRequest: has(reads.perRequest),
  };
}

/** All that the class offers: its fields, and those of its ways to authenticate. */
function fieldsOf(catalog: Catalog, component: ComponentFact): FieldFacts {
  const fields: FieldFacts = { ...component.fields };
  for (const profile of Object.values(component.auth ?? {})) {
    const shared = profile.uses === undefined ? {} : catalog.profiles[profile.uses].fields;
    for (const [name, field] of Object.entries({ ...shared, ...profile.fields })) {
      fields[name] ??= { ...field, required: undefined, since: field.since ?? profile.since };
    }
    for (const name of Object.keys(profile.sets ?? {})) {
      fields[name] ??= { is: 'text', since: profile.since };
    }
  }
  return fields;
}

/** What the component reads, with what the libraries read that its ways to authenticate go through. */
function readsOf(catalog: Catalog, { auth, reads }: ComponentFact): ReadFacts {
  const used = Object.values(auth ?? {}).map(({ uses }) => (uses === undefined ? {} : (catalog.profiles[uses].reads ?? {})));
  return [...used, reads].reduce((all, more) => ({
    ...all,
    ...more,
    keys: merged(all.keys, more.keys),
    aliases: merged(all.aliases, more.aliases),
    values: merged(all.values, more.values),
    anyCase: [...(all.anyCase ?? []), ...(more.anyCase ?? [])],
  }));
}

function merged<T>(a: Record<string, T> | undefined, b: Record<string, T> | undefined): Record<string, T> | undefined {
  return a === undefined && b === undefined ? undefined : { ...a, ...b };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function ofKey<T>(table: Record<string, T> | undefined, name: string): T | undefined {
  return Object.entries(table ?? {}).find(([other]) => same(other, name))?.[1];
}

/** The key as it is already spelled in the table, or the name itself. */
function nameAmong(keys: object, name: string): string {
  return Object.keys(keys).find((other) => same(other, name)) ?? name;
}
