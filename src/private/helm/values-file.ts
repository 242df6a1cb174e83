import { exactYaml } from '../exact-yaml';
import { Definition, isOfRelease, Limits } from './definition';
import { durationPattern, goMilliseconds, QUANTITY } from './duration-text';
import { Json, JsonObject } from './json';

/** Values below one another, as their paths say. */
type Branch = Map<string, Branch | Definition>;

function branches(definitions: Iterable<Definition>): Branch {
  const root: Branch = new Map();
  for (const definition of definitions) {
    if (isOfRelease(definition)) {
      continue;
    }
    const names = definition.path.split('.');
    let branch = root;
    for (const name of names.slice(0, -1)) {
      branch.set(name, branch.get(name) ?? new Map());
      branch = branch.get(name) as Branch;
    }
    branch.set(names.at(-1)!, definition);
  }
  return root;
}

/** The `values.yaml`: each value with what it is for. */
export function valuesYaml(definitions: Iterable<Definition>): string {
  const lines = valueLines(branches(definitions), '');
  return lines.length === 0 ? '{}\n' : `${lines.join('\n')}\n`;
}

function valueLines(branch: Branch, indent: string): string[] {
  return [...branch].flatMap(([name, below]) => {
    if (below instanceof Map) {
      return [`${indent}${name}:`, ...valueLines(below, `${indent}  `)];
    }
    const comment = described(below)
      .split('\n')
      .map((line) => `${indent}# ${line}`.trimEnd());
    const value = exactYaml([{ [name]: below.default }])
      .replace(/\n$/, '')
      .split('\n');
    return [...comment, ...value.map((line) => (line === '' ? '' : `${indent}${line}`))];
  });
}

/** What a value is for and what it takes, in words. */
export function described(definition: Definition): string {
  const { description, allowed, minimum, maximum, pattern } = definition;
  const limits = [
    allowed && `one of ${allowed.join(', ')}`,
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
    pattern && `matches ${pattern}`,
  ].filter((limit) => limit);
  const type = `(${typeName(definition)}${limits.length === 0 ? '' : `: ${limits.join(', ')}`})`;
  return description === undefined ? type : `${description} ${type}`;
}

export function typeName({ kind, default: initial }: Definition): string {
  const names: Partial<Record<Definition['kind'], string>> = {
    string: 'text',
    integer: 'whole number',
    boolean: 'true or false',
    enum: 'text',
    list: 'list of texts',
    map: 'texts by name',
    any: Array.isArray(initial) ? 'list' : 'object',
    duration: 'duration, such as 1m30s',
    quantity: 'quantity, such as 100m or 512Mi',
    size: 'quantity, such as 512Mi',
  };
  return names[kind] ?? kind;
}

/** The `values.schema.json`, by which Helm refuses what the templates cannot take. */
export function valuesSchema(definitions: Iterable<Definition>, limits: ReadonlyMap<string, Limits>): string {
  const schema = objectSchema(branches(definitions), limits);
  const properties = {
    ...(schema.properties as JsonObject),
    global: { type: 'object', description: 'Shared with charts that this one is part of.' },
  };
  return `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', ...schema, properties }, undefined, 2)}\n`;
}

function objectSchema(branch: Branch, limits: ReadonlyMap<string, Limits>): JsonObject {
  const properties = [...branch].map(([name, below]): [string, JsonObject] => [
    name,
    below instanceof Map ? objectSchema(below, limits) : valueSchema(below, limits.get(below.path) ?? { keys: new Set() }),
  ]);
  return { type: 'object', properties: Object.fromEntries(properties), required: [...branch.keys()], additionalProperties: false };
}

function valueSchema(definition: Definition, limits: Limits): JsonObject {
  const schema = {
    ...typeSchema(definition, limits),
    ...(definition.description === undefined ? {} : { description: definition.description }),
    default: definition.default,
  };
  return schema;
}

function typeSchema(definition: Definition, { notEmpty, keys }: Limits): JsonObject {
  const { kind, default: initial, allowed, pattern, minimum, maximum } = definition;
  switch (kind) {
    case 'integer':
    case 'number':
      return { type: kind, ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
    case 'boolean':
      return { type: 'boolean' };
    case 'enum':
      return { type: 'string', enum: [...allowed!] };
    case 'list':
      return { type: 'array', items: { type: 'string' }, ...(notEmpty ? { minItems: 1 } : {}) };
    case 'map':
      return {
        type: 'object',
        additionalProperties: { type: 'string' },
        ...(keys.size === 0 ? {} : { propertyNames: { not: { enum: [...keys].sort() } } }),
        ...(notEmpty ? { minProperties: 1 } : {}),
      };
    case 'any':
      return Array.isArray(initial)
        ? { type: 'array', ...(notEmpty ? { minItems: 1 } : {}) }
        : { type: 'object', ...(notEmpty ? { minProperties: 1 } : {}) };
    case 'duration':
      return { type: 'string', pattern: durationPattern(goMilliseconds(initial as string) % 1000 !== 0) };
    case 'quantity':
    case 'size':
      return { type: 'string', pattern: QUANTITY };
    default:
      return { type: 'string', ...(pattern === undefined ? {} : { pattern }), ...(notEmpty ? { minLength: 1 } : {}) };
  }
}

/** A values file of an environment, of values by path. */
export function environmentYaml(values: { readonly [path: string]: Json }, comment: string): string {
  const root: JsonObject = {};
  for (const [path, value] of Object.entries(values)) {
    const names = path.split('.');
    let branch = root;
    for (const name of names.slice(0, -1)) {
      branch = (branch[name] ??= {}) as JsonObject;
    }
    branch[names.at(-1)!] = value;
  }
  return `# ${comment}\n${exactYaml([root])}`;
}
