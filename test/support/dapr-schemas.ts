import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { load } from 'js-yaml';
import { objectMetaProblems } from './kubernetes-schemas';
import { isObject, Manifest, shapeProblems } from './shape-problems';

interface Schema {
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
  readonly [keyword: string]: unknown;
}

interface Shape {
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly { readonly name: string; readonly served: boolean; readonly schema: Schema }[];
}

const CRDS = join(__dirname, '../../catalog/crds');

/** The shapes of the catalog, by `dapr.io/v1alpha1 Component`. */
const SCHEMAS = new Map<string, Schema>(
  readdirSync(CRDS)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => load(readFileSync(join(CRDS, file), 'utf8')) as Shape)
    .flatMap(({ group, kind, versions }) =>
      versions.filter(({ served }) => served).map(({ name, schema }): [string, Schema] => [`${group}/${name} ${kind}`, schema]),
    ),
);

/** The API server runs these rules in CEL; here each stands as a function, and a rule without one is an error. */
const RULES: { readonly [rule: string]: (self: Manifest) => boolean } = {
  '(has(self.streamableHTTP) ? 1 : 0) + (has(self.sse) ? 1 : 0) + (has(self.stdio) ? 1 : 0) == 1': (self) =>
    ['streamableHTTP', 'sse', 'stdio'].filter((transport) => self[transport] !== undefined).length === 1,
  '(has(self.workflows) && size(self.workflows) > 0) || (has(self.activities) && size(self.activities) > 0)': (self) =>
    ['workflows', 'activities'].some((list) => ((self[list] ?? []) as unknown[]).length > 0),
};

const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
ajv.addVocabulary(['x-since', 'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-list-type']);
ajv.addFormat('int32', { type: 'number', validate: (value: number) => value === (value | 0) });
ajv.addKeyword({
  keyword: 'x-kubernetes-validations',
  type: 'object',
  compile: (rules: { rule: string; message: string }[]) => {
    const checks = rules.map(({ rule, message }) => ({ message, holds: RULES[rule] ?? noFunctionFor(rule) }));
    const validate = (self: Manifest): boolean => {
      const broken = checks.filter(({ holds }) => !holds(self));
      (validate as { errors?: Partial<ErrorObject>[] }).errors = broken.map(({ message }) => ({ keyword: 'rule', message, params: {} }));
      return broken.length === 0;
    };
    return validate;
  },
});

function noFunctionFor(rule: string): never {
  throw new Error(`test/support/dapr-schemas.ts has no function for the rule: ${rule}`);
}

export function isDaprResource(manifest: Manifest): boolean {
  return (manifest.apiVersion as string).startsWith('dapr.io/');
}

/** What is wrong with the manifest of a Dapr resource; undefined where the catalog has no such kind. */
export function daprProblems(manifest: Manifest, dapr: string): string[] | undefined {
  const schema = SCHEMAS.get(`${manifest.apiVersion} ${manifest.kind}`);
  if (schema === undefined) {
    return undefined;
  }
  const { metadata, ...rest } = manifest;
  const validate = validatorOf(schema, dapr);
  const problems = validate(rest) ? [] : shapeProblems(validate.errors!, rest);
  return [...objectMetaProblems(metadata), ...problems];
}

const validators = new Map<string, Map<Schema, ValidateFunction>>();

function validatorOf(schema: Schema, dapr: string): ValidateFunction {
  const ofVersion = validators.get(dapr) ?? new Map<Schema, ValidateFunction>();
  validators.set(dapr, ofVersion);
  let validator = ofVersion.get(schema);
  if (validator === undefined) {
    const text = { type: 'string' };
    validator = ajv.compile(closed({ ...schema, properties: { apiVersion: text, kind: text, ...schema.properties } }, dapr));
    ofVersion.set(schema, validator);
  }
  return validator;
}

/** The API server drops unknown fields without a word; here they are refused. */
function closed(schema: Schema, dapr: string): Schema {
  const result: { [keyword: string]: unknown } = { ...schema };
  if (schema.properties !== undefined) {
    const known = Object.entries(schema.properties).filter(([, property]) => isIn(dapr, property['x-since'] as string | undefined));
    result.properties = Object.fromEntries(known.map(([name, property]) => [name, closed(property, dapr)]));
  }
  if (schema.items !== undefined) {
    result.items = closed(schema.items, dapr);
  }
  if (schema.additionalProperties !== undefined) {
    result.additionalProperties = closed(schema.additionalProperties, dapr);
  } else if (schema.type === 'object' && schema['x-kubernetes-preserve-unknown-fields'] !== true) {
    result.additionalProperties = false;
  }
  if (schema['x-kubernetes-list-type'] === 'set') {
    result.uniqueItems = true;
  }
  return result;
}

function isIn(dapr: string, since: string | undefined): boolean {
  return since === undefined || Number(dapr.split('.')[1]) >= Number(since.split('.')[1]);
}

/** The kinds that the catalog has a shape for. */
export function daprKinds(): string[] {
  return [...SCHEMAS.keys()].sort();
}

/** All values of a keyword, wherever in the catalog's shapes it stands. */
export function keywordValues(keyword: string): unknown[] {
  const values: unknown[] = [];
  const walk = (schema: unknown): void => {
    if (isObject(schema)) {
      if (schema[keyword] !== undefined) {
        values.push(schema[keyword]);
      }
      Object.values(schema).forEach(walk);
    }
  };
  SCHEMAS.forEach(walk);
  return values;
}
