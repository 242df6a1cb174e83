import { Code } from './codes';
import { toText } from './field-text';
import { show } from './field-words';
import { Field, Fields, Kind } from './fields';
import { isDuration } from './go-duration';
import { Origin, originOf } from './origin';
import { Problems } from './problems';
import { isSize } from './quantity';

/** One entry of `spec.metadata`. */
export interface MetadataItem {
  readonly name: string;
  readonly value?: string;
  readonly secretKeyRef?: { name: string; key?: string };
  readonly envRef?: string;
}

/** The entries of checked properties, in the order of the fields. */
export function metadataItems(fields: Fields, values: object): MetadataItem[] {
  return Object.entries(fields).flatMap(([property, field]) => {
    const value = (values as Record<string, unknown>)[property];
    return value === undefined || value === null ? [] : entries(field.wire ?? property, field, value);
  });
}

function entries(name: string, field: Field, value: unknown): MetadataItem[] {
  const origin = originOf(value);
  if (origin !== undefined) {
    return [fromOrigin(name, origin)];
  }
  switch (field.is) {
    case 'texts by name':
      return sorted(Object.entries(value as Record<string, string>)).map(([key, text]) => ({ name: name.replace('*', key), value: text }));
    case 'names':
      return [...(value as string[])].sort().map((key) => ({ name: name.replace('*', key), value: 'true' }));
    default:
      return [{ name, value: toText(field, value) }];
  }
}

function fromOrigin(name: string, { text, secretKeyRef, envRef }: Origin): MetadataItem {
  return {
    name,
    ...(text !== undefined && { value: text }),
    ...(secretKeyRef && { secretKeyRef: { ...secretKeyRef } }),
    ...(envRef && { envRef }),
  };
}

/** The entry of a value whose type is not known beforehand; reports a value that has no text. */
export function metadataItem(problems: Problems, name: string, value: unknown): MetadataItem | undefined {
  const origin = originOf(value);
  if (origin !== undefined) {
    return fromOrigin(name, origin);
  }
  const is = kindOf(value);
  if (is === undefined || name === '') {
    problems.add(
      Code.WRONG_TYPE,
      name === ''
        ? 'metadata needs a key: got an empty one'
        : `metadata '${name}' must be a text, number, boolean, Duration, Size, list of texts or MetadataValue: got ${show(value)}`,
    );
    return undefined;
  }
  return { name, value: toText({ is }, value) };
}

function kindOf(value: unknown): Kind | undefined {
  if (typeof value === 'string') {
    return 'text';
  }
  if (typeof value === 'boolean') {
    return 'boolean';
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    return 'number';
  }
  if (isDuration(value)) {
    return 'duration';
  }
  if (isSize(value)) {
    return 'size';
  }
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? 'texts' : undefined;
}

function sorted<T>(entries: [string, T][]): [string, T][] {
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
