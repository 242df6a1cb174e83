import { Duration } from 'cdk8s';
import type { Field, Fields, Place } from './fields';
import { goDuration, isDuration } from './go-duration';
import { didYouMean, nearest } from './nearest';

/** Ends a message: what a property takes. */
export function expected(field: Field): string {
  if (field.expected !== undefined) {
    return field.expected;
  }
  switch (field.is) {
    case 'text':
      return `text${field.example === undefined ? '' : `, e.g. '${field.example}'`}`;
    case 'secret':
      return "a SecretValue, e.g. SecretValue.fromSecretKeyRef('name', 'key')";
    case 'integer':
      return `a whole number${range(field)}`;
    case 'number':
      return `a number${range(field)}`;
    case 'boolean':
      return 'true or false';
    case 'enum':
      return field.of!.length === 1 ? `'${field.of![0]}'` : `one of ${field.of!.join(', ')}`;
    case 'duration':
      return `a Duration${durationRange(field)}, e.g. Duration.seconds(5)`;
    case 'durations':
      return `a list of Durations${durationRange(field)}`;
    case 'size':
      return 'a Size, e.g. Size.mebibytes(4)';
    case 'texts':
    case 'names':
      return 'a list of texts';
    case 'lists by name':
      return 'an object whose values are lists of texts';
    case 'auth':
    case 'value':
      return 'a value that one of its factories makes';
    case 'texts by name':
      return 'an object whose values are texts';
    case 'object':
      return 'an object';
    case 'objects':
      return 'a list of objects';
    case 'any':
      return 'a value';
  }
}

function range(field: Field): string {
  if (field.min !== undefined && field.max !== undefined) {
    return ` from ${field.min} to ${field.max}`;
  }
  return field.min !== undefined ? ` of at least ${field.min}` : field.max !== undefined ? ` of at most ${field.max}` : '';
}

function durationRange(field: Field): string {
  const unit = field.unit === 's' ? ' of whole seconds' : ' of whole milliseconds';
  const min = field.min ? `, at least ${goDuration(Duration.millis(field.min))}` : '';
  const max = field.max ? `, at most ${goDuration(Duration.millis(field.max))}` : '';
  return `${unit}${min}${max}`;
}

export function got(field: Field, value: unknown): string {
  return field.is === 'secret' ? `${typeof value === 'string' ? 'plain text' : typeof value}, not shown` : show(value);
}

/** A value for a message, short. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return `'${value.length > 80 ? `${value.slice(0, 77)}…` : value}'`;
  }
  if (isDuration(value)) {
    return `Duration of ${value.toMilliseconds({ integral: false })}ms`;
  }
  if (Array.isArray(value)) {
    return `[${value.slice(0, 5).map(show).join(', ')}${value.length > 5 ? ', …' : ''}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const name = value.constructor?.name;
    return name === undefined || name === 'Object' ? `an object with ${Object.keys(value).join(', ') || 'no properties'}` : `a ${name}`;
  }
  return String(value);
}

export function suggestion(field: Field, value: unknown): string {
  return field.is === 'enum' && typeof value === 'string' ? didYouMean(value, field.of!) : '';
}

export function unknownProperty(place: Place, fields: Fields, prefix: string, name: string): string {
  const names = Object.keys(fields);
  const meant = nearest(name, names);
  const hint =
    meant === undefined
      ? `it has ${names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ') || 'none'}`
      : `did you mean '${prefix}${meant}'?`;
  return `'${prefix}${name}' is not a property of ${place.owner}: ${hint}`;
}
