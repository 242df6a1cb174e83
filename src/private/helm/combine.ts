import { Definition } from './definition';
import { isObjectJson, Json, same } from './json';
import { Cases, isDynamic, Merge, Node, Ref, Text, textOf, Tree, valuesIn, Values, When } from './tree';

/** Two values in one place whose work together is not known. */
export class Tangled extends Error {
  constructor(
    public readonly at: readonly (string | number)[],
    public readonly paths: readonly string[],
  ) {
    super('tangled');
  }
}

/**
 * One tree of several, each of which knows what one value does.
 *
 * @param base what the place is otherwise
 * @param values with which it is so
 */
export function combine(
  base: Json | undefined,
  trees: readonly Tree[],
  values: Values,
  at: readonly (string | number)[] = [],
): Tree | undefined {
  const dynamic = trees.filter(isDynamic);
  if (dynamic.length < 2) {
    return dynamic[0] ?? base;
  }
  const [special, ...others] = dynamic.filter((tree) => tree instanceof Node);
  if (special === undefined) {
    return combineMembers(base!, dynamic, values, at);
  }
  if (typeof base === 'string' && dynamic.every((tree) => asText(tree) !== undefined)) {
    return combineTexts(
      base,
      dynamic.map((tree) => asText(tree)!),
      values,
      at,
    );
  }
  if (others.length === 0) {
    const rest = dynamic.filter((tree) => tree !== special);
    if (special instanceof When) {
      return new When(special.value, combine(base, [special.then, ...rest], values, at)!);
    }
    if (special instanceof Merge && rest.every((tree) => isObjectJson(tree))) {
      const { fixed, value } = special;
      return new Merge(combineMembers(fixed as { [key: string]: Json }, [fixed, ...rest], values, at) as { [key: string]: Tree }, value);
    }
  }
  throw new Tangled(at, [...new Set(dynamic.flatMap((tree) => [...valuesIn(tree)]).map(({ path }) => path))]);
}

function combineMembers(base: Json, trees: readonly Tree[], values: Values, at: readonly (string | number)[]): Tree {
  const inside = (key: string | number): Tree[] =>
    trees.map((tree) => (tree as { [key: string]: Tree })[key]).filter((tree) => tree !== undefined);
  const member = (key: string | number): Tree => combine((base as { [key: string]: Json })[key], inside(key), values, [...at, key])!;
  if (Array.isArray(base)) {
    return base.map((_, i) => member(i));
  }
  const keys = new Set([
    ...Object.keys(base as object),
    ...trees.flatMap((tree) => Object.keys(tree as object).filter((key) => isDynamic((tree as { [key: string]: Tree })[key]))),
  ]);
  return Object.fromEntries([...keys].map((key) => [key, member(key)]));
}

function asText(tree: Tree): Text | undefined {
  return tree instanceof Ref ? new Text([tree]) : tree instanceof Text ? tree : undefined;
}

/** Each text says where its value stands in the base; together they leave the rest of it. */
function combineTexts(base: string, texts: readonly Text[], values: Values, at: readonly (string | number)[]): Tree {
  const spans = texts.flatMap(({ parts }) => {
    let from = 0;
    return parts.flatMap((part) => {
      const start = from;
      from += (typeof part === 'string' ? part : textOf(part, values)).length;
      return typeof part === 'string' ? [] : [{ start, end: from, ref: part }];
    });
  });
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: (string | Ref)[] = [];
  let done = 0;
  for (const { start, end, ref } of spans) {
    if (start < done) {
      throw new Tangled(at, [...new Set(spans.map((span) => span.ref.value.path))]);
    }
    parts.push(base.slice(done, start), ref);
    done = end;
  }
  return new Text([...parts, base.slice(done)].filter((part) => part !== ''));
}

/** One tree of what a place is for each value of a switch: only what differs depends on it. */
export function mergeCases(value: Definition, cases: readonly (readonly [Json, Tree | undefined])[]): Tree | undefined {
  const trees = cases.map(([, tree]) => tree);
  if (trees.every((tree) => sameTree(tree, trees[0]))) {
    return trees[0];
  }
  if (cases.every(([one, tree]) => tree === one)) {
    return new Ref(value);
  }
  if (trees.every((tree) => Array.isArray(tree)) && trees.every((tree) => tree.length === trees[0].length)) {
    return trees[0].map((_, i) => mergeCases(value, inside(cases, i))!);
  }
  if (trees.every((tree) => isObjectJson(tree))) {
    const keys = [...new Set(trees.flatMap((tree) => Object.keys(tree)))];
    if (
      keys.some((key) => trees.every((tree) => Object.hasOwn(tree, key) && !(tree[key] instanceof Node && !(tree[key] instanceof Ref))))
    ) {
      return Object.fromEntries(keys.map((key) => [key, mergeCases(value, inside(cases, key))!]));
    }
  }
  if (trees.every((tree) => typeof tree === 'string')) {
    const pieces = trees[0].split(String(cases[0][0]));
    if (pieces.length > 1 && cases.every(([one, tree]) => pieces.join(String(one)) === tree)) {
      return new Text(pieces.flatMap((piece, i) => (i === 0 ? [piece] : [new Ref(value), piece])).filter((part) => part !== ''));
    }
  }
  return new Cases(value, cases);
}

function inside(cases: readonly (readonly [Json, Tree | undefined])[], key: string | number): [Json, Tree | undefined][] {
  return cases.map(([one, tree]) => [one, (tree as { [key: string]: Tree })[key]]);
}

/** Equal as text: definitions are the same where their paths are. */
function sameTree(a: Tree | undefined, b: Tree | undefined): boolean {
  return isDynamic(a) || isDynamic(b) ? JSON.stringify(a) === JSON.stringify(b) : same(a, b);
}
