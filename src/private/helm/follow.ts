import { Definition, domain, Limits } from './definition';
import { amountOf, goMilliseconds } from './duration-text';
import { isEmpty, isObjectJson, Json, same } from './json';
import { Cases, Concat, Conversion, Merge, Ref, Spelling, Text, Tree, When } from './tree';

/** What a place was while a value was something; nothing where the place was not there. */
export interface Observation {
  readonly value: Json;
  readonly tree: Json | undefined;
}

/** A place whose value is not followed. */
export class Lost extends Error {
  constructor(
    public readonly value: Definition,
    public readonly at: readonly (string | number)[],
    public readonly observations: readonly Observation[],
  ) {
    super('lost');
  }
}

/**
 * What one value does in one place, from what the place is for several values of it. The first observation is of what the program is run with
 * otherwise, so that what stands still in the result is what the other values made of it.
 */
export function follow(
  value: Definition,
  seen: readonly Observation[],
  limits: Limits,
  at: readonly (string | number)[] = [],
): Tree | undefined {
  const trees = seen.map(({ tree }) => tree);
  if (trees.every((tree) => same(tree, trees[0]))) {
    return trees[0];
  }
  return (
    asItself(value, seen) ??
    asText(value, seen) ??
    asPart(value, seen, limits) ??
    asMembers(value, seen, limits, at) ??
    asCases(value, seen) ??
    asOptional(value, seen, limits, at) ??
    lost(value, at, seen)
  );
}

function lost(value: Definition, at: readonly (string | number)[], seen: readonly Observation[]): never {
  throw new Lost(value, at, seen);
}

/** The value, or another way to say it. */
function asItself(value: Definition, seen: readonly Observation[]): Tree | undefined {
  const ways: [Conversion, (given: Json) => Json][] = [['same', (given) => given]];
  if (value.kind === 'boolean') {
    ways.push(['not', (given) => !given]);
  } else if (value.kind === 'duration') {
    ways.push(['seconds', (given) => goMilliseconds(given as string) / 1000], ['milliseconds', (given) => goMilliseconds(given as string)]);
  }
  const way = ways.find(([, say]) => seen.every((one) => same(one.tree, say(one.value))));
  if (way !== undefined) {
    return new Ref(value, way[0]);
  }
  if (
    value.kind === 'size' &&
    seen.every(({ value: size, tree }) => typeof tree === 'string' && amountOf(tree) === amountOf(size as string))
  ) {
    const ofDefault = seen.find((one) => one.value === value.default)?.tree;
    return ofDefault !== undefined && seen.every((one) => one.value === value.default || one.tree === one.value)
      ? new Spelling(value, ofDefault as string)
      : undefined;
  }
  return undefined;
}

/** A text with the value in it: other values stand in the same places. */
function asText(value: Definition, seen: readonly Observation[]): Tree | undefined {
  if (!seen.every(({ tree }) => typeof tree === 'string')) {
    return undefined;
  }
  for (const [conversion, say] of spellings(value, seen)) {
    // The longest is the least likely to stand there by chance.
    const told = [...seen].sort((a, b) => say(b.value).length - say(a.value).length)[0];
    const pieces = say(told.value) === '' ? [] : (told.tree as string).split(say(told.value));
    if (pieces.length > 1 && seen.every((one) => pieces.join(say(one.value)) === one.tree)) {
      return new Text(
        pieces.flatMap((piece, i) => (i === 0 ? [piece] : [new Ref(value, conversion), piece])).filter((part) => part !== ''),
      );
    }
  }
  return undefined;
}

function spellings(value: Definition, seen: readonly Observation[]): [Conversion, (given: Json) => string][] {
  switch (value.kind) {
    case 'duration':
      return [
        ['same', (given) => given as string],
        ['milliseconds', (given) => String(goMilliseconds(given as string))],
        ['seconds', (given) => String(goMilliseconds(given as string) / 1000)],
      ];
    case 'list': {
      const several = seen.find((one) => (one.value as string[]).length > 1);
      const [first, second] = (several?.value ?? []) as string[];
      const text = several?.tree as string | undefined;
      const from = text?.indexOf(first) ?? -1;
      const to = text?.indexOf(second, from + first?.length) ?? -1;
      const separator = from < 0 || to < 0 ? undefined : text!.slice(from + first.length, to);
      return separator === undefined ? [] : [[{ join: separator }, (given) => (given as string[]).join(separator)]];
    }
    case 'map':
    case 'any':
      return [];
    default:
      return [['same', (given) => String(given)]];
  }
}

/** The same object or list each time, with something different inside. */
function asMembers(value: Definition, seen: readonly Observation[], limits: Limits, at: readonly (string | number)[]): Tree | undefined {
  const trees = seen.map(({ tree }) => tree);
  if (trees.every((tree) => Array.isArray(tree)) && trees.every((tree) => tree.length === trees[0].length)) {
    return trees[0].map((_, i) => follow(value, inside(seen, i), limits, [...at, i])!);
  }
  if (!trees.every((tree) => isObjectJson(tree))) {
    return undefined;
  }
  const keys = [...new Set(trees.flatMap((tree) => Object.keys(tree)))];
  const common = keys.filter((key) => trees.every((tree) => Object.hasOwn(tree, key)));
  if (common.length === 0) {
    return undefined;
  }
  return Object.fromEntries(keys.map((key) => [key, follow(value, inside(seen, key), limits, [...at, key])!]));
}

function inside(seen: readonly Observation[], key: string | number): Observation[] {
  return seen.map((one) => ({ value: one.value, tree: (one.tree as { [key: string]: Json })[key] }));
}

/** The entries of a map among others, the items of a list among others. */
function asPart(value: Definition, seen: readonly Observation[], limits: Limits): Tree | undefined {
  const present = seen.map(({ tree }) => tree);
  if (value.kind === 'map' && present.every((tree) => isObjectJson(tree))) {
    const fixed = Object.entries(present[0] as { [key: string]: Json }).filter(([key]) => !Object.hasOwn(seen[0].value as object, key));
    const rest = Object.fromEntries(fixed);
    if (fixed.length > 0 && seen.every(({ value: map, tree }) => same(tree, { ...rest, ...(map as object) }))) {
      fixed.forEach(([key]) => limits.keys.add(key));
      return new Merge(rest, value);
    }
  }
  if (value.kind === 'list' && present.every((tree) => Array.isArray(tree))) {
    const lists = present as Json[][];
    const least = Math.min(...seen.map((one, i) => lists[i].length - (one.value as Json[]).length));
    for (let before = 0; before <= least; before++) {
      const after = least - before;
      const end = lists[0].length - after;
      const [head, tail] = [lists[0].slice(0, before), lists[0].slice(end)];
      if (least > 0 && seen.every(({ value: items, tree }) => same(tree, [...head, ...(items as Json[]), ...tail]))) {
        return new Concat(head, value, tail);
      }
    }
  }
  return undefined;
}

/** One of several, where all of them were seen. */
function asCases(value: Definition, seen: readonly Observation[]): Tree | undefined {
  const all = domain(value);
  if (all === undefined || !all.every((one) => seen.some((observation) => observation.value === one))) {
    return undefined;
  }
  return new Cases(
    value,
    all.map((one) => [one, seen.find((observation) => observation.value === one)!.tree]),
  );
}

/** Not there where the value is empty. */
function asOptional(value: Definition, seen: readonly Observation[], limits: Limits, at: readonly (string | number)[]): Tree | undefined {
  const there = seen.filter(({ tree }) => tree !== undefined);
  if (
    there.length === 0 ||
    there.length === seen.length ||
    !seen.every((one) => (one.tree === undefined) === isEmpty(one.value)) ||
    domain(value) !== undefined
  ) {
    return undefined;
  }
  return new When(value, follow(value, there, limits, at)!);
}
