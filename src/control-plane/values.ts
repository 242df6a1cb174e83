import { toJson } from '../private/field-text';
import { Field, Fields } from '../private/fields';
import { isObject, isPlain } from '../private/objects';
import { originOf } from '../private/origin';
import { CONTROL_PLANE_FIELDS, CONTROL_PLANE_VALUES } from '../generated/control-plane-tables';
import { isReadAsText } from './bare-text';
import { resourcesJson } from './resources';

/** How an option becomes a value of the chart: a fact of the catalog. */
export interface ValueFact {
  /** The chart's key, by its path. */
  readonly key: string;
  readonly is: string;
  readonly unit?: 's';
  /** How the chart wants it, where that is not the plain value. */
  readonly spelled?: string;
  /** The template writes the text without quotes. */
  readonly bare?: true;
}

/** Values of the chart, by the chart's own names. */
export type ChartValues = { [key: string]: unknown };

/** The value of a checked option, as the chart wants it. */
export function chartValue(fact: ValueFact, field: Field, value: unknown): unknown {
  return spell(fact, toJson({ value: { ...field, wire: 'value' } }, { value }).value, value);
}

/** What an option takes. */
export function fieldAt(option: string): Field {
  const [first, ...rest] = option.split('.');
  return rest.reduce((field, name) => field.fields![name], FIELDS[first]);
}

/** The value at a path, or nothing. */
export function at(root: unknown, path: string): unknown {
  return path.split('.').reduce((node, name) => (isObject(node) ? (node as ChartValues)[name] : undefined), root);
}

/** Sets the value at a path. */
export function put(root: ChartValues, path: string, value: unknown): void {
  const names = path.split('.');
  const last = names.pop()!;
  let node = root;
  for (const name of names) {
    node = (node[name] ??= {}) as ChartValues;
  }
  node[last] = value;
}

/** The leaves of options that belong to the tables, by their paths; lists and maps are leaves. */
export function given(options: object): [string, ValueFact, unknown][] {
  return Object.entries(CONTROL_PLANE_VALUES)
    .map(([option, fact]): [string, ValueFact, unknown] => [option, fact, at(options, option)])
    .filter(([, , value]) => value !== undefined && value !== null);
}

/** Helm reads numbers of a values file as floating point, and templates then write large ones as `1e+06`. */
const LARGE = 1_000_000;

function spell(fact: ValueFact, json: unknown, value: unknown): unknown {
  switch (fact.spelled ?? fact.is) {
    case 'names':
      return (json as string[]).map((name) => ({ name }));
    case 'joined':
      return (json as string[]).join(',');
    case 'json':
      return JSON.stringify(json);
    case 'doubled backslashes':
      return String(json).replace(/\\/g, '\\\\');
    case 'quoted':
      return quoted(originOf(value)?.text ?? '');
    case 'quoted texts':
      return mapped(json, quoted);
    case 'bare texts':
      return mapped(json, (text) => (isReadAsText(text) || text.includes('{{') ? text : JSON.stringify(text)));
    case 'secret':
      return originOf(value)?.text;
    case 'resources':
      return resourcesJson(value);
    case 'integer':
      return Math.abs(json as number) < LARGE ? json : String(json);
    default:
      return json;
  }
}

/** What stands between the quotes that the template writes. */
function quoted(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function mapped(json: unknown, one: (text: string) => string): object {
  return Object.fromEntries(Object.entries(json as Record<string, string>).map(([name, text]) => [name, one(text)]));
}

/** A copy whose keys are in order, so that the same values give the same text. */
export function sorted<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(sorted) as T;
  }
  if (!isPlain(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  ) as T;
}

/** The tables, for messages. */
export const FIELDS: Fields = CONTROL_PLANE_FIELDS;
