import { Code } from '../private/codes';
import { expected, show } from '../private/field-words';
import { nearest } from '../private/nearest';
import { isPlain } from '../private/objects';
import { Problems } from '../private/problems';
import { DaprVersion } from '../dapr-version';
import { CONTROL_PLANE_ABSENT, CONTROL_PLANE_NOT_OFFERED, CONTROL_PLANE_VALUES } from '../generated/control-plane-tables';
import { isReadAsText } from './bare-text';
import { at, ChartValues, fieldAt, put, ValueFact } from './values';

const OPTIONS = new Map(Object.entries(CONTROL_PLANE_VALUES).map(([option, fact]) => [fact.key, { option, fact }]));
const KEYS = [...OPTIONS.keys(), ...Object.keys(CONTROL_PLANE_NOT_OFFERED)];

/** The newest chart whose keys are known one by one. */
const NEWEST = DaprVersion.V1_18;

/** Adds values by the chart's own names to those of the options; reports what the chart does not have, and what both give. */
export function addRawValues(problems: Problems, version: DaprVersion, values: ChartValues, raw: unknown): void {
  if (!isPlain(raw)) {
    problems.add(Code.WRONG_TYPE, `'values' of ControlPlane must be an object, as a values file has it: got ${show(raw)}`);
    return;
  }
  for (const [key, value] of leaves(raw, '')) {
    const known = OPTIONS.get(key);
    if (known === undefined) {
      if (NEWEST.isAtLeast(version) || key in CONTROL_PLANE_NOT_OFFERED) {
        problems.add(Code.UNKNOWN_PROPERTY, unknown(key));
        continue;
      }
    } else if (at(values, key) !== undefined) {
      problems.add(Code.CONFLICT, `'values' has ${key}, and so has '${known.option}': keep one of the two`);
      continue;
    } else if (!isOfKind(known.option, known.fact, value)) {
      problems.add(
        Code.WRONG_TYPE,
        `'values' has ${key}, the property '${known.option}', which must be ${kind(known.option, known.fact)}: got ${show(value)}`,
      );
      continue;
    }
    put(values, key, value);
  }
}

/** The keys of a values file that the chart knows or may be meant to, by their paths. */
function leaves(node: { [key: string]: unknown }, prefix: string): [string, unknown][] {
  return Object.entries(node).flatMap(([name, value]): [string, unknown][] => {
    const key = `${prefix}${name}`;
    const isBranch = !KEYS.includes(key) && isPlain(value) && KEYS.some((other) => other.startsWith(`${key}.`));
    return isBranch ? leaves(value, `${key}.`) : isPlain(value) && !KEYS.includes(key) ? unknownLeaves(value, key) : [[key, value]];
  });
}

/** What stands in an object that the chart does not have, so that the message names the whole path. */
function unknownLeaves(node: { [key: string]: unknown }, key: string): [string, unknown][] {
  const inside = Object.entries(node).flatMap(([name, value]): [string, unknown][] =>
    isPlain(value) ? unknownLeaves(value, `${key}.${name}`) : [[`${key}.${name}`, value]],
  );
  return inside.length === 0 ? [[key, node]] : inside;
}

function unknown(key: string): string {
  const because = reason(key);
  if (because !== undefined) {
    return `'values' has ${key}, which is of no use: ${because}`;
  }
  const meant = nearest(key, KEYS) ?? nearest(`dapr_${key}`, KEYS) ?? sameEnd(key);
  const option = meant === undefined ? undefined : OPTIONS.get(meant)?.option;
  return `'values' has ${key}, which Dapr's chart does not read${
    meant === undefined
      ? ': expected a key of its values.yaml'
      : `: did you mean ${meant}${option === undefined ? '' : `, the property '${option}'`}?`
  }`;
}

/** Why a key is not there, also where its service is called without `dapr_`. */
function reason(key: string): string | undefined {
  const names = [key, `dapr_${key}`, key.replace(/^injector/, 'dapr_sidecar_injector'), key.split('.')[0]];
  return names.map((name) => CONTROL_PLANE_ABSENT[name] ?? CONTROL_PLANE_NOT_OFFERED[name]).find((because) => because !== undefined);
}

/** The key that ends alike, of the same service where several do. */
function sameEnd(key: string): string | undefined {
  const [first, ...rest] = key.split('.');
  const alike = KEYS.filter((other) => other.endsWith(`.${rest.length === 0 ? first : rest.join('.')}`));
  return alike.length === 1 ? alike[0] : alike.find((other) => rest.length > 0 && other.includes(first));
}

function kind(option: string, fact: ValueFact): string {
  return fact.bare ? 'text that YAML takes for no number, date or truth value' : expected(fieldAt(option));
}

function isOfKind(option: string, { is, bare }: ValueFact, value: unknown): boolean {
  if (bare && value !== '') {
    return typeof value === 'string' && isReadAsText(value);
  }
  switch (is) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value));
    case 'enum':
      return value === '' || fieldAt(option).of!.includes(value as string);
    case 'text':
    case 'secret':
    case 'size':
      return typeof value === 'string' || typeof value === 'number';
    default:
      return true;
  }
}
