import { Field, Fields } from '../private/fields';

/** A time that Consul's own types hold in nanoseconds. */
export const WAIT: Field = { is: 'duration', unit: 'ms' };

/** Turns the times of that kind, which are in milliseconds so far. */
export function inNanoseconds(fields: Fields, json: object): object {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, fields[name] === WAIT ? value * 1_000_000 : value]));
}
