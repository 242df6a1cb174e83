/** Reads the catalog. A fact that is not understood here is an error: nothing is dropped silently. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';

export interface FieldFact {
  is: string;
  required?: boolean;
  default?: string | number;
  of?: string[];
  min?: number;
  max?: number;
  unit?: 's' | 'ms';
  pattern?: string;
  expected?: string;
  /** A text that a component takes, for messages. */
  example?: string;
  /** The property's name, where the key cannot be one. */
  prop?: string;
  /** The key, where it holds a name that the user chooses. */
  wire?: string;
  for?: 'input' | 'output';
  since?: string;
  until?: string;
  deprecated?: boolean;
}

export type FieldFacts = Record<string, FieldFact>;

export interface ProfileFact {
  uses?: string;
  since?: string;
  /** In place of the shared profile's. */
  anyOf?: string[];
  sets?: Record<string, string>;
  fields?: FieldFacts;
}

export interface SharedProfileFact {
  about: string;
  anyOf?: string[];
  fields: FieldFacts;
  reads?: ReadFacts;
}

/** What the sidecar reads, and how, where that is more than the typed class offers or other than the kind of its field says. */
export interface ReadFacts {
  /** The decoder, where it is not kit/metadata; `itself` reads the keys one by one. */
  by?: 'kit/config' | 'itself';
  /** Keys that the class does not offer, and those whose text is parsed as another Go type than that of their kind. */
  keys?: Record<string, string>;
  /** Other spellings of a key. */
  aliases?: Record<string, string>;
  /** Keys that are found in this spelling only. */
  exactCase?: string[];
  /** Documented keys that count in the metadata of a request only. */
  perRequest?: string[];
  /** Documented keys that are not read, with the key that is read in place of it, if any. */
  notRead?: Record<string, string>;
  /** The first Dapr that reads a key, where it is a later one than the component's, and the class does not say so. */
  since?: Record<string, string>;
  /** Names that the user chooses, as regular expressions, with how their texts are parsed. */
  patterns?: Record<string, string>;
  /** Values of keys that are no enum of the class, and of those that take more than it offers. */
  values?: Record<string, string[]>;
  /** Keys with values of which any other text passes the start. */
  anyText?: string[];
  /** Keys with values that are compared in any case. */
  anyCase?: string[];
  /** Keys without which the sidecar exits: `a|b` is one of them; ` if key=value` and ` unless a|b` say when. */
  needs?: string[];
  /** Keys without which it starts, and every call fails. */
  callsNeed?: string[];
}

/** How the runtime reads a key of every component of a class. */
export interface ClassKeyFact {
  go: string;
  exactCase?: boolean;
  secret?: boolean;
}

export interface ComponentFact {
  /** Relative to the repository, for headers and messages. */
  file: string;
  category: string;
  /** The submodule that holds the class. */
  module: string;
  type: string;
  version: string;
  class: string;
  title: string;
  status: string;
  stableImage: boolean;
  docs: string;
  aliases?: string[];
  misnamed?: string;
  since?: string;
  /** The sidecar warns of this version, though it loads it. */
  deprecated?: boolean;
  capabilities?: string[];
  binding?: { directions: string[]; operations: string[] };
  retryPrefix?: string;
  anyOf?: string[];
  authRequired?: boolean;
  authExcludes?: string[];
  fields: FieldFacts;
  auth?: Record<string, ProfileFact>;
  reads: ReadFacts;
}

export interface Catalog {
  components: ComponentFact[];
  profiles: Record<string, SharedProfileFact>;
  classKeys: Record<string, Record<string, ClassKeyFact>>;
  /** What fields and components are for, by `field`, `type:field`, `type/version:field` or `about:type`. */
  glossary: Record<string, string>;
}

/** jsii refuses a submodule `configuration` beside the class `Configuration`. */
const MODULES: Record<string, string> = { configuration: 'configurationstores' };

const KINDS = [
  'text',
  'secret',
  'integer',
  'number',
  'boolean',
  'duration',
  'durations',
  'size',
  'enum',
  'texts',
  'texts by name',
  'names',
];
const COMPONENT_KEYS =
  'type version class title status stableImage docs aliases misnamed since deprecated capabilities binding retryPrefix anyOf authRequired authExcludes fields auth reads'.split(
    ' ',
  );
const FIELD_KEYS = 'is required default of min max unit pattern expected example prop wire for since until deprecated'.split(' ');
const PROFILE_KEYS = 'uses since anyOf sets fields'.split(' ');
const SHARED_KEYS = 'about anyOf fields reads'.split(' ');
const READ_KEYS = 'by keys aliases exactCase perRequest notRead since patterns values anyText anyCase needs callsNeed'.split(' ');
/** How a text becomes a value: Go's own types as kit/metadata reads them, and parsers that components call themselves. */
export const GO_TYPES =
  'string bool int int32 int64 uint uint8 uint16 uint64 float64 time.Duration metadata.Duration redis.Duration metadata.ByteSize []string []time.Duration strconv.ParseBool strconv.Atoi'.split(
    ' ',
  );
export const CAPABILITIES =
  'actors etag transactions query ttl keysLike partitionKey deleteWithPrefix bulk messageTtl wildcards bulkSubscribeImmediate'.split(' ');
const VERSIONS = ['1.15', '1.16', '1.17', '1.18', '1.19'];

export function readCatalog(folder: string): Catalog {
  const root = join(folder, 'components');
  const components = readdirSync(root)
    .sort()
    .flatMap((category) =>
      readdirSync(join(root, category))
        .sort()
        .map((name) => readComponent(join(root, category, name), category)),
    );
  const profiles = readYaml(join(folder, 'auth.yaml')) as Record<string, SharedProfileFact>;
  for (const [name, profile] of Object.entries(profiles)) {
    onlyKeys(`auth.yaml ${name}`, profile, SHARED_KEYS);
    checkFields(`auth.yaml ${name}`, profile.fields);
    checkReads(`auth.yaml ${name}`, profile.reads ?? {});
  }
  const classKeys = readYaml(join(folder, 'class-keys.yaml')) as Catalog['classKeys'];
  for (const [category, keys] of Object.entries(classKeys)) {
    for (const [name, key] of Object.entries(keys)) {
      onlyKeys(`class-keys.yaml ${category}: ${name}`, key, ['go', 'exactCase', 'secret']);
      oneOf(`class-keys.yaml ${category}: ${name}: go`, key.go, GO_TYPES);
    }
  }
  return { components, profiles, classKeys, glossary: readYaml(join(folder, 'glossary.yaml')) as Record<string, string> };
}

function readYaml(file: string): unknown {
  return load(readFileSync(file, 'utf8'), { filename: file });
}

function readComponent(path: string, category: string): ComponentFact {
  const file = `catalog/components/${category}/${basename(path)}`;
  const fact = readYaml(path) as ComponentFact;
  onlyKeys(file, fact, COMPONENT_KEYS);
  if (!fact.type.startsWith(`${category}.`)) {
    throw new Error(`${file}: type ${fact.type} does not belong in the folder ${category}`);
  }
  for (const capability of fact.capabilities ?? []) {
    oneOf(`${file}: capability`, capability, CAPABILITIES);
  }
  if (fact.since !== undefined) {
    oneOf(`${file}: since`, fact.since, VERSIONS);
  }
  checkFields(file, fact.fields ?? {});
  checkReads(file, fact.reads ?? {});
  for (const [name, profile] of Object.entries(fact.auth ?? {})) {
    onlyKeys(`${file}: auth ${name}`, profile, PROFILE_KEYS);
    checkFields(`${file}: auth ${name}`, profile.fields ?? {});
  }
  return { ...fact, file, category, module: MODULES[category] ?? category, fields: fact.fields ?? {}, reads: fact.reads ?? {} };
}

function checkFields(where: string, fields: FieldFacts): void {
  for (const [name, field] of Object.entries(fields)) {
    const at = `${where}: ${name}`;
    onlyKeys(at, field, FIELD_KEYS);
    oneOf(`${at}: is`, field.is, KINDS);
    if ((field.is === 'enum') !== (field.of !== undefined)) {
      throw new Error(`${at}: 'of' lists the values of an enum, and only of an enum`);
    }
    if ((field.pattern === undefined) !== (field.expected === undefined)) {
      throw new Error(`${at}: a pattern needs 'expected' to say what it wants, and the other way round`);
    }
    for (const version of [field.since, field.until]) {
      if (version !== undefined) {
        oneOf(`${at}: since or until`, version, VERSIONS);
      }
    }
  }
}

function checkReads(file: string, reads: ReadFacts): void {
  const where = `${file}: reads`;
  onlyKeys(where, reads, READ_KEYS);
  if (reads.by !== undefined) {
    oneOf(`${where}: by`, reads.by, ['kit/config', 'itself']);
  }
  for (const [name, type] of Object.entries({ ...reads.keys, ...reads.patterns })) {
    oneOf(`${where}: ${name}`, type, GO_TYPES);
  }
  for (const [name, version] of Object.entries(reads.since ?? {})) {
    oneOf(`${where}: since: ${name}`, version, VERSIONS);
  }
  for (const need of [...(reads.needs ?? []), ...(reads.callsNeed ?? [])]) {
    parseNeed(where, need);
  }
}

/** `a|b`, `a if key=value` or `a unless b|c`. */
export function parseNeed(where: string, text: string): { anyOf: string[]; when?: [string, string]; unless?: string[] } {
  const parts = /^([^ ]+)(?: if ([^ =]+)=([^ ]+)| unless ([^ ]+))?$/.exec(text);
  if (parts === null) {
    throw new Error(`${where}: '${text}' is no need: write 'a|b', 'a if key=value' or 'a unless b'`);
  }
  const [, anyOf, key, value, unless] = parts;
  return { anyOf: anyOf.split('|'), when: key === undefined ? undefined : [key, value], unless: unless?.split('|') };
}

function onlyKeys(where: string, value: object, keys: string[]): void {
  const unknown = Object.keys(value ?? {}).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw new Error(`${where}: unknown fact '${unknown}': expected one of ${keys.join(', ')}`);
  }
}

function oneOf(where: string, value: string, values: string[]): void {
  if (!values.includes(value)) {
    throw new Error(`${where} '${value}' is not known: expected one of ${values.join(', ')}`);
  }
}
