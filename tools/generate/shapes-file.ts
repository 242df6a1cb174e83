/** Writes what the rules know of each kind: the CRDs' schemas, each keyword as one short word. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { header } from './component-file';
import { quote } from './fields';

interface Schema {
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly [keyword: string]: unknown;
}

interface Crd {
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly { readonly name: string; readonly served: boolean; readonly schema: Schema }[];
}

export function resourceShapesFile(folder: string): string {
  const crds = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => load(readFileSync(join(folder, file), 'utf8')) as Crd);
  const rows = crds.flatMap(({ group, kind, versions }) =>
    versions
      .filter(({ served }) => served)
      .map(({ name, schema }) => `  ${quote(`${group}/${name} ${kind}`)}: ${JSON.stringify(shape(schema, kind))},\n`),
  );
  return `${header('catalog/crds')}import type { Shape } from '../rules/shape/resource-shape';

/** By apiVersion and kind. */
export const RESOURCE_SHAPES: { readonly [resource: string]: Shape } = {
${rows.join('')}};
`;
}

/** A rule in CEL says what no keyword can; each has a rule of its own here. */
const UNDERSTOOD = new Set([
  ...['type', 'properties', 'items', 'additionalProperties', 'required', 'enum', 'default', 'format', 'x-since'],
  ...['minLength', 'minItems', 'maxItems', 'x-kubernetes-list-type', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-validations'],
]);

function shape(schema: Schema, place: string): object {
  const unknown = Object.keys(schema).filter((keyword) => !UNDERSTOOD.has(keyword));
  if (unknown.length > 0) {
    throw new Error(`catalog/crds: ${place} has ${unknown.join(', ')}, which tools/generate/shapes-file.ts does not understand`);
  }
  const { properties, items, additionalProperties } = schema;
  const inner = items ?? additionalProperties;
  return {
    is: word(schema, place),
    fields:
      properties && Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, shape(property, `${place}.${name}`)])),
    required: schema.required,
    items: inner && shape(inner, `${place}[]`),
    of: schema.enum,
    min: schema.minLength ?? schema.minItems,
    max: schema.maxItems,
    set: schema['x-kubernetes-list-type'] === 'set' || undefined,
    since: schema['x-since'],
  };
}

function word(schema: Schema, place: string): string {
  switch (schema.type) {
    case 'object':
      return schema.properties === undefined ? 'map' : 'object';
    case 'array':
      return 'list';
    case 'string':
      return 'text';
    case 'integer':
      return schema.format === 'int32' ? 'int32' : 'integer';
    case 'boolean':
      return 'boolean';
    case undefined:
      return 'any';
    default:
      throw new Error(`catalog/crds: ${place} has the type ${schema.type}, which tools/generate/shapes-file.ts does not understand`);
  }
}
