import type { Manifest } from '../model/manifest';
import type { Model } from '../model/model';
import { once } from '../once';
import { isMapping, Mapping, Path } from '../read';
import { Shape, shapeOf } from './resource-shape';

/** One place where a resource is not what the CRD of its kind says. */
export type Difference = { readonly path: Path } & (
  | { readonly is: 'unknown field'; readonly name: string; readonly owner: Shape }
  | { readonly is: 'missing field'; readonly name: string; readonly expected: Shape }
  | { readonly is: 'newer field'; readonly name: string; readonly since: string }
  | { readonly is: 'wrong type'; readonly expected: Shape; readonly value: unknown }
  | { readonly is: 'unknown value'; readonly of: readonly string[]; readonly value: string }
  | { readonly is: 'too short' | 'too long'; readonly bound: number; readonly expected: Shape }
  | { readonly is: 'repeated item'; readonly value: unknown }
);

type DifferenceOf<Is extends Difference['is']> = Extract<Difference, { readonly is: Is }>;

/** A resource that is not all that the CRD of its kind says. */
interface Differing {
  readonly manifest: Manifest;
  readonly shape: Shape;
  readonly all: readonly Difference[];
}

/** Several rules ask, each for its own kinds; mostly there is none. */
const differing = once((model: Model): readonly Differing[] =>
  model.manifests.flatMap((manifest) => {
    const shape = shapeOf(manifest);
    const all = shape === undefined ? [] : differences(manifest.body, shape);
    return shape === undefined || all.length === 0 ? [] : [{ manifest, shape, all }];
  }),
);

/** Every difference of some kinds, with the resource that has it. */
export function differencesOf<Is extends Difference['is']>(
  model: Model,
  ...kinds: readonly Is[]
): { readonly manifest: Manifest; readonly shape: Shape; readonly difference: DifferenceOf<Is> }[] {
  const isWanted = (difference: Difference): difference is DifferenceOf<Is> => (kinds as readonly string[]).includes(difference.is);
  return differing(model).flatMap(({ manifest, shape, all }) =>
    all.filter(isWanted).map((difference) => ({ manifest, shape, difference })),
  );
}

const ANYTHING: Shape = { is: 'any' };

/** Everything that differs from the shape, from the top down; what every kind has besides its shape the API server keeps. A null is nothing, as the API server drops it before it looks. */
export function differences(body: Mapping, shape: Shape): Difference[] {
  const found: Difference[] = [];
  const { apiVersion: _apiVersion, kind: _kind, metadata: _metadata, status: _status, ...own } = body;
  walk(own, shape, [], found);
  return found;
}

function walk(value: unknown, shape: Shape, path: Path, found: Difference[]): void {
  if (shape.is === 'any' || isUnrendered(value)) {
    return;
  }
  if (!fits(value, shape)) {
    found.push({ is: 'wrong type', path, expected: shape, value });
  } else if (Array.isArray(value)) {
    walkList(value, shape, path, found);
  } else if (isMapping(value)) {
    walkMapping(value, shape, path, found);
  } else if (typeof value === 'string') {
    walkText(value, shape, path, found);
  }
}

function walkMapping(value: Mapping, shape: Shape, path: Path, found: Difference[]): void {
  const { fields, items } = shape;
  for (const [name, inner] of Object.entries(value)) {
    const field = fields === undefined ? items : Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      if (fields !== undefined && !isUnrendered(name) && !isDirective(name)) {
        found.push({ is: 'unknown field', path: [...path, name], name, owner: shape });
      }
    } else if (inner !== null && inner !== undefined) {
      if (field.since !== undefined) {
        found.push({ is: 'newer field', path: [...path, name], name, since: field.since });
      }
      if (typeof inner !== 'string' || !isAnyText(field)) {
        walk(inner, field, [...path, name], found);
      }
    }
  }
  for (const name of shape.required ?? []) {
    if (!Object.hasOwn(value, name) || value[name] === null || value[name] === undefined) {
      found.push({ is: 'missing field', path, name, expected: fields?.[name] ?? ANYTHING });
    }
  }
}

/** Most fields are, and of most there are many: no path is made for them. */
function isAnyText({ is, of, min, max }: Shape): boolean {
  return is === 'text' && of === undefined && min === undefined && max === undefined;
}

function walkList(value: readonly unknown[], shape: Shape, path: Path, found: Difference[]): void {
  checkLength(value.length, shape, path, found);
  const seen = new Set<string>();
  value.forEach((item, i) => {
    // What is of a wrong type is that alone.
    if (shape.set === true && (shape.items === undefined || fits(item, shape.items))) {
      const key = JSON.stringify(item);
      if (seen.has(key)) {
        found.push({ is: 'repeated item', path: [...path, i], value: item });
      }
      seen.add(key);
    }
    if (shape.items !== undefined && (typeof item !== 'string' || !isAnyText(shape.items))) {
      walk(item, shape.items, [...path, i], found);
    }
  });
}

function walkText(value: string, shape: Shape, path: Path, found: Difference[]): void {
  checkLength(value.length, shape, path, found);
  if (shape.of !== undefined && !shape.of.includes(value)) {
    found.push({ is: 'unknown value', path, of: shape.of, value });
  }
}

function checkLength(length: number, expected: Shape, path: Path, found: Difference[]): void {
  if (expected.min !== undefined && length < expected.min) {
    found.push({ is: 'too short', path, bound: expected.min, expected });
  } else if (expected.max !== undefined && length > expected.max) {
    found.push({ is: 'too long', path, bound: expected.max, expected });
  }
}

function fits(value: unknown, { is }: Shape): boolean {
  switch (is) {
    case 'object':
    case 'map':
      return isMapping(value) && !(value instanceof Date);
    case 'list':
      return Array.isArray(value);
    case 'text':
      return typeof value === 'string' || value instanceof Date;
    case 'integer':
      return Number.isInteger(value);
    case 'int32':
      return Number.isInteger(value) && value === ((value as number) | 0);
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return true;
  }
}

/** What kustomize and kubectl take out of a patch before it reaches the API server: `$patch`, `$retainKeys`. */
function isDirective(name: string): boolean {
  return name.startsWith('$');
}

/** Whether a text still waits for a template engine, the shell or a reader: what it becomes is not known here. */
export function isUnrendered(value: unknown): boolean {
  return typeof value === 'string' && /\{\{|\$[({]|<%|#\{|^<[^<>]+>$/.test(value);
}
