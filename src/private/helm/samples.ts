import { goDuration } from '../go-duration';
import { Duration } from 'cdk8s';
import { Definition, domain } from './definition';
import { goMilliseconds } from './duration-text';
import { Json, same } from './json';

/**
 * Values other than the default that a program is tried with, the most telling first. Texts and numbers carry a mark of their own, so that
 * they are recognized wherever they go.
 */
export function samplesOf(definition: Definition, index: number): Json[] {
  const given = definition.example === undefined ? [] : [definition.example];
  return [...given, ...made(definition, index)].filter((value) => !same(value, definition.default) && isAllowed(definition, value));
}

/** The letters that no other value's samples have, and hardly any program. */
export function markOf(index: number): string {
  return `h${index}q7z`;
}

/** What stands for nothing, of the kinds that have it. */
export function emptyOf({ kind, default: initial }: Definition): Json | undefined {
  return kind === 'string'
    ? ''
    : kind === 'list' || (kind === 'any' && Array.isArray(initial))
      ? []
      : kind === 'map' || kind === 'any'
        ? {}
        : undefined;
}

function made(definition: Definition, index: number): Json[] {
  const initial = definition.default;
  const mark = markOf(index);
  switch (definition.kind) {
    case 'string':
    case 'release name':
    case 'release namespace':
      return textsNear(initial as string, mark);
    case 'boolean':
    case 'enum':
      return domain(definition)!;
    case 'integer':
    case 'number':
      return numbersNear(initial as number, index);
    case 'list':
      return [
        [`${mark}a`, `${mark}b`],
        [...(initial as string[]), mark],
      ];
    case 'map':
      return [{ [`${mark}a`]: `${mark}b` }, { ...(initial as object), [`${mark}c`]: `${mark}d` }];
    case 'any':
      return Array.isArray(initial) ? [[...initial, initial[0] ?? { name: mark }]] : [{ ...(initial as object), [mark]: mark }];
    case 'duration': {
      const ms = goMilliseconds(initial as string);
      return [7001 + index, 61, 7, 1].map((seconds) => goDuration(Duration.millis(ms + seconds * 1000)));
    }
    case 'size':
    case 'quantity': {
      const [, digits, unit] = /^(\d+)(?:\.\d+)?(.*)$/.exec(initial as string)!;
      return [3 + 2 * index, 1].map(
        (more) => `${nextOdd(Number(digits) * (unit === 'Gi' ? 1024 : 1) + more)}${unit === 'Gi' ? 'Mi' : unit}`,
      );
    }
  }
}

/** The text with a mark after, before and in it, in place of it, or with another digit at its end. */
function textsNear(text: string, mark: string): string[] {
  const digit = text.replace(/\d(?=\D*$)/, (last) => String((Number(last) + 1) % 10));
  return [`${text}-${mark}`, `${text}${mark}`, `${mark}${text}`, text.replace(/([:/.])/, `${mark}$1`), mark, `/${mark}`, digit];
}

function numbersNear(number: number, index: number): number[] {
  const far = 1013 + 2 * index;
  return Number.isInteger(number)
    ? [number + far, number + 7, number + 1, number - 1, number + 2, number - 7]
    : [number + 0.0371, number / 2, number * 2];
}

function nextOdd(number: number): number {
  return number % 2 === 0 ? number + 1 : number;
}

function isAllowed({ kind, pattern, minimum, maximum }: Definition, value: Json): boolean {
  return (
    (pattern === undefined || new RegExp(pattern, 'u').test(value as string)) &&
    (typeof value !== 'number' || ((value as number) >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity))) &&
    (kind !== 'integer' || Number.isSafeInteger(value))
  );
}
