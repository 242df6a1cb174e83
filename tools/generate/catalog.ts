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
  capabilities?: string[];
  binding?: { directions: string[]; operations: string[] };
  retryPrefix?: string;
  anyOf?: string[];
  authRequired?: boolean;
  authExcludes?: string[];
  fields: FieldFacts;
  auth?: Record<string, ProfileFact>;
}

export interface Catalog {
  components: ComponentFact[];
  profiles: Record<string, SharedProfileFact>;
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
  'type version class title status stableImage docs aliases misnamed since capabilities binding retryPrefix anyOf authRequired authExcludes fields auth'.split(
    ' ',
  );
const FIELD_KEYS = 'is required default of min max unit pattern expected example prop wire for since until deprecated'.split(' ');
const PROFILE_KEYS = 'uses since anyOf sets fields'.split(' ');
const SHARED_KEYS = 'about anyOf fields'.split(' ');
export const CAPABILITIES =
  'actors etag transactions query ttl keysLike partitionKey deleteWithPrefix bulk messageTtl wildcards bulkSubscribeImmediate'.split(' ');
const VERSIONS = ['1.17', '1.18', '1.19'];

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
  }
  return { components, profiles, glossary: readYaml(join(folder, 'glossary.yaml')) as Record<string, string> };
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
  for (const [name, profile] of Object.entries(fact.auth ?? {})) {
    onlyKeys(`${file}: auth ${name}`, profile, PROFILE_KEYS);
    checkFields(`${file}: auth ${name}`, profile.fields ?? {});
  }
  return { ...fact, file, category, module: MODULES[category] ?? category, fields: fact.fields ?? {} };
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
