import { DaprVersion } from '../dapr-version';
import { Code } from './codes';
import { expected, got, show, suggestion, unknownProperty } from './field-words';
import { isDuration } from './go-duration';
import { isPlain } from './objects';
import { isSecret, originOf } from './origin';
import { Problems } from './problems';
import { isSize } from './quantity';

/** What a property takes, and with it how Dapr reads its text. */
export type Kind =
  | 'text'
  | 'secret'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'duration'
  | 'size'
  | 'enum'
  | 'texts'
  | 'durations'
  | 'texts by name'
  | 'names'
  | 'lists by name'
  | 'auth'
  | 'value'
  | 'object'
  | 'objects'
  | 'any';

/** One property of a construct: a fact, interpreted by the functions below. */
export interface Field {
  readonly is: Kind;
  readonly required?: boolean;
  /** The name that Dapr reads, where it is not the property's. */
  readonly wire?: string;
  /** Bounds of a number, or of a duration in milliseconds. */
  readonly min?: number;
  readonly max?: number;
  /** The values of an enum. */
  readonly of?: readonly string[];
  /** The unit of a duration that Dapr reads as a bare whole number; without it Dapr reads Go's spelling. */
  readonly unit?: 's' | 'ms';
  /** What a text must look like, and how to say so. */
  readonly pattern?: RegExp;
  readonly expected?: string;
  /** A text that does, for messages. */
  readonly example?: string;
  /** The first and the last Dapr version that knows the property. */
  readonly since?: string;
  readonly until?: string;
  /** The properties of an object, or of each object of a list. */
  readonly fields?: Fields;
}

export type Fields = { readonly [property: string]: Field };

/** Where values are checked: what the messages call the owner, and which Dapr the manifests are for. */
export interface Place {
  /** Ends `'x' is required by …`: `state.redis v1`. */
  readonly owner: string;
  readonly version: DaprVersion;
  /** How to set another version, where not by DaprVersion.use. */
  readonly otherVersion?: string;
  /** Whether any property may take a MetadataValue: true for components. */
  readonly references?: boolean;
}

/** Reports each property that is missing, unknown, of another type, out of range, or not in this Dapr version. */
export function checkFields(problems: Problems, place: Place, fields: Fields, values: object, prefix = ''): void {
  const given = values as Record<string, unknown>;
  for (const [name, field] of Object.entries(fields)) {
    const value = given[name];
    if (value === undefined || value === null) {
      if (field.required && isIn(place.version, field)) {
        problems.add(Code.REQUIRED, `'${prefix}${name}' is required by ${place.owner}: got nothing, expected ${expected(field)}`);
      }
    } else {
      checkField(problems, place, field, value, `${prefix}${name}`);
    }
  }
  for (const name of Object.keys(given)) {
    if (!(name in fields) && given[name] !== undefined) {
      problems.add(Code.UNKNOWN_PROPERTY, unknownProperty(place, fields, prefix, name));
    }
  }
}

/** Reports what is wrong with the value of one property. */
export function checkField(problems: Problems, place: Place, field: Field, value: unknown, name: string): void {
  if (!isIn(place.version, field)) {
    const known = field.since ? `Dapr ${field.since} and later` : `Dapr up to ${field.until}`;
    problems.add(
      Code.VERSION,
      `'${name}' of ${place.owner} is known to ${known}, and the manifests are for Dapr ${place.version}: leave it out, or ${place.otherVersion ?? 'set another version with DaprVersion.use'}`,
    );
    return;
  }
  if (place.references && originOf(value) !== undefined && (field.is !== 'secret' || isSecret(value))) {
    return;
  }
  const wrong = wrongness(field, value);
  if (wrong !== undefined) {
    problems.add(wrong, `'${name}' of ${place.owner} must be ${expected(field)}: got ${got(field, value)}${suggestion(field, value)}`);
  } else if (field.is === 'object') {
    checkFields(problems, place, field.fields!, value as object, `${name}.`);
  } else if (field.is === 'objects') {
    (value as object[]).forEach((item, i) => {
      if (typeof item === 'object' && item !== null) {
        checkFields(problems, place, field.fields!, item, `${name}[${i}].`);
      } else {
        problems.add(Code.WRONG_TYPE, `'${name}[${i}]' of ${place.owner} must be an object: got ${show(item)}`);
      }
    });
  }
}

function isIn(version: DaprVersion, field: Field): boolean {
  return (
    (field.since === undefined || version.isAtLeast(DaprVersion.parse(field.since))) &&
    (field.until === undefined || DaprVersion.parse(field.until).isAtLeast(version))
  );
}

function wrongness(field: Field, value: unknown): Code | undefined {
  switch (field.is) {
    case 'secret':
      return isSecret(value) ? undefined : Code.WRONG_TYPE;
    case 'text':
      return typeof value !== 'string' ? Code.WRONG_TYPE : field.pattern && !field.pattern.test(value) ? Code.MALFORMED : undefined;
    case 'integer':
    case 'number':
      return numberWrongness(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : Code.WRONG_TYPE;
    case 'enum':
      return field.of!.includes(value as string) ? undefined : Code.NOT_ALLOWED;
    case 'duration':
      return durationWrongness(field, value);
    case 'size':
      return isSize(value) ? undefined : Code.WRONG_TYPE;
    case 'texts':
    case 'names':
      return listWrongness(value, (item) => (typeof item !== 'string' ? Code.WRONG_TYPE : undefined));
    case 'lists by name':
      return isPlain(value) && Object.values(value).every((list) => Array.isArray(list) && list.every((item) => typeof item === 'string'))
        ? undefined
        : Code.WRONG_TYPE;
    case 'auth':
      return (value as { _auth?: unknown })._auth === undefined ? Code.WRONG_TYPE : undefined;
    case 'value':
      return (value as { _text?: unknown })._text === undefined ? Code.WRONG_TYPE : undefined;
    case 'durations':
      return listWrongness(value, (item) => durationWrongness(field, item));
    case 'texts by name':
      return isPlain(value) && Object.values(value).every((item) => typeof item === 'string') ? undefined : Code.WRONG_TYPE;
    case 'object':
      return typeof value === 'object' && !Array.isArray(value) ? undefined : Code.WRONG_TYPE;
    case 'objects':
      return Array.isArray(value) ? undefined : Code.WRONG_TYPE;
    case 'any':
      return undefined;
  }
}

function numberWrongness(field: Field, value: unknown): Code | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return Code.WRONG_TYPE;
  }
  if (field.is === 'integer' && !Number.isSafeInteger(value)) {
    return Code.WRONG_TYPE;
  }
  return value < (field.min ?? -Infinity) || value > (field.max ?? Infinity) ? Code.MALFORMED : undefined;
}

function durationWrongness(field: Field, value: unknown): Code | undefined {
  if (!isDuration(value)) {
    return Code.WRONG_TYPE;
  }
  const ms = value.toMilliseconds({ integral: false });
  const whole = field.unit === 's' ? ms % 1000 === 0 : Number.isInteger(ms);
  return !whole || ms < (field.min ?? 0) || ms > (field.max ?? Infinity) ? Code.MALFORMED : undefined;
}

function listWrongness(value: unknown, item: (one: unknown) => Code | undefined): Code | undefined {
  return Array.isArray(value) ? value.map(item).find((code) => code !== undefined) : Code.WRONG_TYPE;
}
