import { Duration, Size } from 'cdk8s';
import { Field, Fields } from './fields';
import { goDuration } from './go-duration';
import { quantity } from './quantity';

/** The text of a checked value, as component metadata and annotations hold it. */
export function toText(field: Field, value: unknown): string {
  switch (field.is) {
    case 'duration':
      return durationText(field, value as Duration);
    case 'durations':
      return (value as Duration[]).map((item) => durationText(field, item)).join(',');
    case 'size':
      return quantity(value as Size);
    case 'texts':
      return (value as string[]).join(',');
    case 'value':
      return (value as { _text: string })._text;
    default:
      return String(value);
  }
}

/** The plain JSON of checked values, as the spec of a resource holds it. */
export function toJson(fields: Fields, values: object): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = (values as Record<string, unknown>)[name];
    if (value !== undefined && value !== null) {
      json[field.wire ?? name] = fieldJson(field, value);
    }
  }
  return json;
}

function fieldJson(field: Field, value: unknown): unknown {
  switch (field.is) {
    case 'duration':
      return field.unit === undefined ? durationText(field, value as Duration) : Number(durationText(field, value as Duration));
    case 'size':
      return quantity(value as Size);
    case 'texts':
      return [...(value as string[])];
    case 'texts by name':
      return { ...(value as object) };
    case 'object':
      return toJson(field.fields!, value as object);
    case 'objects':
      return (value as object[]).map((item) => toJson(field.fields!, item));
    default:
      return value;
  }
}

function durationText(field: Field, value: Duration): string {
  switch (field.unit) {
    case 'ms':
      return String(value.toMilliseconds());
    case 's':
      return String(value.toMilliseconds() / 1000);
    default:
      return goDuration(value);
  }
}
