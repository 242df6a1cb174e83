import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';
import { loadAll } from 'js-yaml';
import { objectMetaProblems } from './kubernetes-schemas';
import { Manifest, shapeProblems } from './shape-problems';

/**
 * A shape: the name of a type, `a|b` for an enum, `/…/` for a pattern, a list with the shape of its items, or an object with the shape of
 * each field; a field whose name ends with `!` must be there, and none that is not named may be.
 */
type Shape = string | Shape[] | { [field: string]: Shape };

const FOLDER = join(__dirname, 'gitops-shapes');

const TYPES: Record<string, object> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  any: {},
  texts: { type: 'object', additionalProperties: { type: 'string' } },
  duration: { type: 'string', pattern: '^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$' },
  // Of a source's timeout, which takes no hours.
  'short duration': { type: 'string', pattern: '^([0-9]+(\\.[0-9]+)?(ms|s|m))+$' },
};

/** What is wrong with a manifest of Argo CD or Flux; undefined where it is of another kind. */
export function gitOpsProblems(manifest: Manifest): string[] | undefined {
  const validate = validators().get(`${manifest.apiVersion as string}/${manifest.kind as string}`);
  if (validate === undefined) {
    return undefined;
  }
  validate(manifest);
  return [...objectMetaProblems(manifest.metadata), ...shapeProblems(validate.errors ?? [], manifest)];
}

let made: Map<string, ValidateFunction> | undefined;

function validators(): Map<string, ValidateFunction> {
  const ajv = new Ajv({ allErrors: true, strict: true });
  return (made ??= new Map(
    readdirSync(FOLDER)
      .flatMap((file) => loadAll(readFileSync(join(FOLDER, file), 'utf8')) as { apiVersion: string; kind: string }[][])
      .flat()
      .map(({ apiVersion, kind, ...fields }) => [
        `${apiVersion}/${kind}`,
        ajv.compile(schema({ 'apiVersion!': apiVersion, 'kind!': kind, 'metadata!': 'any', ...fields })),
      ]),
  ));
}

function schema(shape: Shape): object {
  if (Array.isArray(shape)) {
    return { type: 'array', items: schema(shape[0]) };
  }
  if (typeof shape === 'object') {
    const fields = Object.entries(shape).map(([name, field]): [string, object] => [name.replace(/!$/, ''), schema(field)]);
    const required = Object.keys(shape).flatMap((name) => (name.endsWith('!') ? [name.slice(0, -1)] : []));
    return { type: 'object', properties: Object.fromEntries(fields), required, additionalProperties: false };
  }
  if (/^\/.*\/$/.test(shape) && shape.length > 1) {
    return { type: 'string', pattern: shape.slice(1, -1) };
  }
  return TYPES[shape] ?? { type: 'string', enum: shape.split('|') };
}
