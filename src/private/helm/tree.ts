import { Definition } from './definition';
import { goMilliseconds } from './duration-text';
import { isEmpty, Json } from './json';

/** JSON in which some places are not fixed. */
export type Tree = Json | Node | Tree[] | { [key: string]: Tree };

/** How a value becomes what stands in its place. */
export type Conversion = 'same' | 'not' | 'seconds' | 'milliseconds' | { readonly join: string };

/** A place that depends on values. */
export abstract class Node {
  protected abstract readonly node: string;
}

/** The value itself, with its type. */
export class Ref extends Node {
  protected readonly node = 'ref';
  constructor(
    public readonly value: Definition,
    public readonly as: Conversion = 'same',
  ) {
    super();
  }
}

/** A text with values in it. */
export class Text extends Node {
  protected readonly node = 'text';
  constructor(public readonly parts: readonly (string | Ref)[]) {
    super();
  }
}

/** One of several, by the value of a switch; nothing is a field, item or object that is left out. */
export class Cases extends Node {
  protected readonly node = 'cases';
  constructor(
    public readonly value: Definition,
    public readonly cases: readonly (readonly [Json, Tree | undefined])[],
  ) {
    super();
  }
}

/** Left out where the value is empty. */
export class When extends Node {
  protected readonly node = 'when';
  constructor(
    public readonly value: Definition,
    public readonly then: Tree,
  ) {
    super();
  }
}

/** Fixed keys, and those of a map. */
export class Merge extends Node {
  protected readonly node = 'merge';
  constructor(
    public readonly fixed: { [key: string]: Tree },
    public readonly value: Definition,
  ) {
    super();
  }
}

/** The items of a list, between fixed ones. */
export class Concat extends Node {
  protected readonly node = 'concat';
  constructor(
    public readonly before: readonly Tree[],
    public readonly value: Definition,
    public readonly after: readonly Tree[],
  ) {
    super();
  }
}

/** A size that the program spells in another way than values.yaml: its default as the program does, others as they are given. */
export class Spelling extends Node {
  protected readonly node = 'spelling';
  constructor(
    public readonly value: Definition,
    public readonly ofDefault: string,
  ) {
    super();
  }
}

export type Values = (definition: Definition) => Json;

/** What a tree is for certain values; the templates say the same to Helm. */
export function evaluate(tree: Tree | undefined, values: Values): Json | undefined {
  if (tree instanceof Ref) {
    return converted(tree, values);
  } else if (tree instanceof Text) {
    return tree.parts.map((part) => (typeof part === 'string' ? part : textOf(part, values))).join('');
  } else if (tree instanceof Cases) {
    const value = values(tree.value);
    return evaluate(tree.cases.find(([one]) => one === value)?.[1], values);
  } else if (tree instanceof When) {
    return isEmpty(values(tree.value)) ? undefined : evaluate(tree.then, values);
  } else if (tree instanceof Merge) {
    return { ...(evaluate(tree.fixed, values) as object), ...(values(tree.value) as object) };
  } else if (tree instanceof Concat) {
    return [...evaluateAll(tree.before, values), ...(values(tree.value) as Json[]), ...evaluateAll(tree.after, values)];
  } else if (tree instanceof Spelling) {
    const value = values(tree.value);
    return value === tree.value.default ? tree.ofDefault : value;
  } else if (Array.isArray(tree)) {
    return evaluateAll(tree, values);
  } else if (typeof tree === 'object' && tree !== null) {
    const members = Object.entries(tree).map(([key, item]): [string, Json | undefined] => [key, evaluate(item as Tree, values)]);
    return Object.fromEntries(members.filter((member): member is [string, Json] => member[1] !== undefined));
  }
  return tree;
}

/** What a tree is for the defaults. */
export function defaultsOf(tree: Tree | undefined): Json | undefined {
  return evaluate(tree, (definition) => definition.default);
}

function evaluateAll(items: readonly Tree[], values: Values): Json[] {
  return items.map((item) => evaluate(item, values)).filter((item): item is Json => item !== undefined);
}

function converted({ value, as }: Ref, values: Values): Json {
  const given = values(value);
  switch (as) {
    case 'same':
      return given;
    case 'not':
      return !given;
    case 'seconds':
      return goMilliseconds(given as string) / 1000;
    case 'milliseconds':
      return goMilliseconds(given as string);
    default:
      return (given as string[]).join(as.join);
  }
}

export function textOf(ref: Ref, values: Values): string {
  return String(converted(ref, values));
}

/** Whether something in a tree depends on values. */
export function isDynamic(tree: Tree | undefined): boolean {
  return tree instanceof Node || (typeof tree === 'object' && tree !== null && Object.values(tree).some((item) => isDynamic(item as Tree)));
}

/** The values that a tree depends on. */
export function valuesIn(tree: unknown): Set<Definition> {
  const found = new Set<Definition>();
  const walk = (item: unknown): void => {
    if (item instanceof Node && 'value' in item) {
      found.add(item.value as Definition);
    }
    if (typeof item === 'object' && item !== null) {
      Object.entries(item).forEach(([key, member]) => (item instanceof Node && key === 'value' ? undefined : walk(member)));
    }
  };
  walk(tree);
  return found;
}
