import { CLASS_KEYS, COMPONENTS, TYPE_ALIASES } from '../generated/component-facts';
import { once } from './once';

/** What the catalog knows of one key of `spec.metadata`. */
export interface KeyFacts {
  /** The kind of the field of the typed class. */
  readonly is: string;
  /** Whether the typed class asks for it; what the sidecar exits without is in `needs`. */
  readonly required?: boolean;
  /** The values that it takes. */
  readonly of?: readonly string[];
  readonly secret?: boolean;
  /** The first and the last Dapr that reads it. */
  readonly since?: string;
  readonly until?: string;
  /** How its text is parsed: a Go type, or the function that parses it. */
  readonly go: string;
  /** Found in this spelling only; other keys are found in any case. */
  readonly exactCase?: boolean;
  /** The values are compared in any case. */
  readonly anyCase?: boolean;
  /** Any other text passes the start. */
  readonly anyText?: boolean;
  /** Counts in the metadata of a request only. */
  readonly perRequest?: boolean;
}

/** Keys of which one must have a value. */
export interface Need {
  readonly anyOf: readonly string[];
  /** Only where a key has this value. */
  readonly when?: readonly [key: string, value: string];
  /** Not where one of these is true. */
  readonly unless?: readonly string[];
}

/** What the catalog knows of one component type and version. */
export interface ComponentFacts {
  readonly type: string;
  readonly version: string;
  /** The class of this library: `state.Redis`. */
  readonly class: string;
  /** Whether the image with stable components only has it. */
  readonly stableImage: boolean;
  readonly since?: string;
  /** The sidecar loads it with a warning. */
  readonly deprecated?: boolean;
  /** `actors`, `transactions`, `etag`, `ttl`, `query`, `bulk`, … */
  readonly capabilities: readonly string[];
  /** Of a binding: `input`, `output`. */
  readonly directions?: readonly string[];
  /** Of an output binding. */
  readonly operations?: readonly string[];
  /** What reads the metadata, where it is not kit/metadata, which refuses keys that differ only in case. */
  readonly decoder?: string;
  /** Other spellings of keys. */
  readonly aliases?: { readonly [alias: string]: string };
  /** Documented keys that nothing reads, with what is read in place of each, if anything. */
  readonly notRead?: { readonly [key: string]: string };
  /** Names that the user chooses, as regular expressions, with how their texts are parsed. */
  readonly patterns?: { readonly [pattern: string]: string };
  /** Without these the sidecar exits. */
  readonly needs?: readonly Need[];
  /** Without these it starts, and every call fails. */
  readonly callsNeed?: readonly Need[];
  readonly keys: { readonly [key: string]: KeyFacts };
}

/** A key as the sidecar knows it. */
export interface KnownKey {
  /** As the documentation spells it. */
  readonly name: string;
  readonly facts: KeyFacts;
  /** Whether it was written under another of its names. */
  readonly alias: boolean;
}

/** The versions of a type as a manifest names it: in any case, or an alias. */
export function versionsOf(type: string): readonly ComponentFacts[] | undefined {
  const lower = type.toLowerCase();
  const known = Object.hasOwn(TYPE_ALIASES, lower) ? TYPE_ALIASES[lower] : lower;
  return Object.hasOwn(COMPONENTS, known) ? COMPONENTS[known] : undefined;
}

/** The facts of a type and version as a manifest names them: any case, an alias, and no version for the first or only one. */
export function factsOf(type: string, version: string): ComponentFacts | undefined {
  const versions = versionsOf(type);
  const wanted = version.toLowerCase();
  const exact = versions?.find((facts) => facts.version === wanted);
  if (exact !== undefined || versions === undefined) {
    return exact;
  }
  const [only] = versions;
  const single = versions.length === 1;
  if (wanted === '') {
    return single ? only : versions.find((facts) => facts.version === 'v1');
  }
  return wanted === 'v0' && single && only.version === 'v1' ? only : undefined;
}

/** The keys of a component by their names in lower case: its own, those of its class, and the aliases of both. */
export const keysOf = once((facts: ComponentFacts): ReadonlyMap<string, KnownKey> => {
  const keys = new Map<string, KnownKey>();
  const [category] = facts.type.split('.', 1);
  const ofClass = Object.hasOwn(CLASS_KEYS, category) ? CLASS_KEYS[category] : {};
  for (const [name, key] of [...Object.entries(ofClass), ...Object.entries(facts.keys)]) {
    keys.set(name.toLowerCase(), { name, facts: key, alias: false });
  }
  for (const [alias, name] of Object.entries(facts.aliases ?? {})) {
    const known = keys.get(name.toLowerCase()) ?? { name, facts: { is: 'text', go: 'string' }, alias: false };
    keys.set(name.toLowerCase(), known);
    if (!keys.has(alias.toLowerCase())) {
      keys.set(alias.toLowerCase(), { ...known, alias: true });
    }
  }
  return keys;
});

/** The key that a name in the metadata means, as the component finds it; nothing where it does not read the name. */
export function keyOf(facts: ComponentFacts, name: string): Pick<KnownKey, 'name' | 'facts'> | undefined {
  const key = keysOf(facts).get(name.toLowerCase());
  if (key === undefined) {
    const go = patternOf(facts, name);
    return go === undefined ? undefined : { name, facts: { is: 'text', go } };
  }
  return key.facts.exactCase !== true || isSpelled(name, key.name) ? key : undefined;
}

/** How the text of a key is parsed whose name the user chooses; nothing where no pattern fits the name. */
export function patternOf({ patterns }: ComponentFacts, name: string): string | undefined {
  return patterns === undefined ? undefined : Object.entries(patterns).find(([pattern]) => new RegExp(pattern).test(name))?.[1];
}

/** The keys of a retry policy are found by their prefix, and in any case after it. */
export function isSpelled(written: string, name: string): boolean {
  return written === name || (name.startsWith('backOff') && written.startsWith('backOff'));
}
