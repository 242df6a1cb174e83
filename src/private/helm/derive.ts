import { Code } from '../codes';
import { show } from '../field-words';
import { mistake } from '../problems';
import { combine, mergeCases, Tangled } from './combine';
import { Definition, domain, Limits } from './definition';
import { follow, Lost, Observation } from './follow';
import { isEmpty, Json, same } from './json';
import { Assignment, Objects, Runs } from './runs';
import { emptyOf, samplesOf } from './samples';
import { Cases, evaluate, Node, Tree } from './tree';

/** What a program makes, as a function of its values. */
export interface Derived {
  /** The objects by their place in the program; also those that only some values make. */
  readonly objects: ReadonlyMap<string, Tree>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly limits: ReadonlyMap<string, Limits>;
}

const NONE: Assignment = new Map();
const MOST_SWITCHES = 6;
const ROUNDS = 8;

/** Finds out what each value does, by running the program with others and looking at what changes; then proves it with several at once. */
export function derive(runs: Runs): Derived {
  const before = runs.run(NONE);
  const derivation = new Derivation(runs);
  const objects = derivation.objects(before);
  derivation.prove(objects);
  return { objects, definitions: runs.definitions, limits: derivation.limits };
}

class Derivation {
  public readonly limits = new Map<string, Limits>();
  private readonly accepted = new Map<string, Json[]>();
  /** With what the program asks for a value that it does not always ask for. */
  private readonly askedIn = new Map<string, Assignment>();

  constructor(private readonly runs: Runs) {}

  public objects(before: Objects): Map<string, Tree> {
    const chains = new Map<string, readonly string[]>([...before.keys()].map((key) => [key, []]));
    this.explore(NONE, [], chains);
    this.explorePairs(chains);
    this.runs.definitions.forEach((definition, path) => this.accepted.set(path, this.samples(definition)));
    const problems: string[] = [];
    const trees = new Map<string, Tree>();
    for (const [key, chain] of chains) {
      try {
        trees.set(key, this.build(key, NONE, new Set(this.runs.definitions.keys()), chain)!);
      } catch (error) {
        problems.push(message(key, error));
      }
    }
    if (problems.length > 0) {
      throw mistake(problems.join('\n'));
    }
    return trees;
  }

  /** Finds the objects and values that only some switches bring, and which switches those are. */
  private explore(state: Assignment, chain: readonly string[], chains: Map<string, readonly string[]>): void {
    for (const definition of this.switches(chain)) {
      for (const value of domain(definition)!) {
        const next = new Map([...state, [definition.path, value]]);
        if (this.brings(next, [...chain, definition.path], chains)) {
          this.explore(next, [...chain, definition.path], chains);
        }
      }
    }
  }

  /** The same for what only two switches bring together. */
  private explorePairs(chains: Map<string, readonly string[]>): void {
    const switches = this.switches([]).flatMap((one) =>
      domain(one)!.flatMap((value) => (value === one.default ? [] : [[one.path, value] as const])),
    );
    switches.forEach(([path, value], i) => {
      for (const [other, otherValue] of switches.slice(i + 1)) {
        if (other !== path) {
          const both = new Map([
            ...(this.askedIn.get(path) ?? NONE),
            ...(this.askedIn.get(other) ?? NONE),
            [path, value],
            [other, otherValue],
          ]);
          this.brings(both, [...both.keys()], chains);
        }
      }
    });
  }

  private switches(without: readonly string[]): Definition[] {
    return [...this.runs.definitions.values()].filter(
      (definition) => domain(definition) !== undefined && !without.includes(definition.path),
    );
  }

  private brings(state: Assignment, chain: readonly string[], chains: Map<string, readonly string[]>): boolean {
    const known = new Set(this.runs.definitions.keys());
    const objects = [...(this.runs.tryRun(state)?.keys() ?? [])].filter((key) => !chains.has(key));
    objects.forEach((key) => chains.set(key, chain));
    const asked = [...this.runs.definitions.keys()].filter((path) => !known.has(path));
    asked.forEach((path) => this.askedIn.set(path, state));
    return objects.length > 0 || asked.length > 0;
  }

  /** Two values that the program takes besides the default, and nothing where that is taken; all of a switch. */
  private samples(definition: Definition): Json[] {
    const { path } = definition;
    const index = [...this.runs.definitions.keys()].indexOf(path);
    const limits: Limits = { keys: new Set() };
    this.limits.set(path, limits);
    const state = this.askedIn.get(path) ?? NONE;
    const takes = (value: Json): boolean => this.runs.tryRun(new Map([...state, [path, value]])) !== undefined;
    const all = domain(definition);
    if (all !== undefined) {
      const refused = all.find((value) => !takes(value));
      if (refused !== undefined) {
        this.refusal(definition, refused);
      }
      return all;
    }
    const candidates = samplesOf(definition, index);
    const taken: Json[] = [];
    for (const candidate of candidates) {
      if (taken.length < 2 && takes(candidate)) {
        taken.push(candidate);
      }
    }
    if (taken.length === 0) {
      this.refusal(definition, candidates[0]);
    }
    const empty = emptyOf(definition);
    if (empty !== undefined && !isEmpty(definition.default)) {
      if (this.followsEmpty(definition, taken, empty)) {
        taken.push(empty);
      } else {
        limits.notEmpty = true;
      }
    }
    return taken;
  }

  private refusal(definition: Definition, value: Json | undefined): never {
    const { path, place, default: initial } = definition;
    let reason = 'there is no other within its limits';
    try {
      if (value !== undefined) {
        this.runs.run(new Map([...(this.askedIn.get(path) ?? NONE), [path, value]]));
      }
    } catch (error) {
      reason = `with ${show(value)} it says: ${(error as Error).message}`;
    }
    throw mistake(
      `${Code.NOT_ALLOWED} [values ${path} at ${place}] the program takes the default ${show(initial)} and no other value that was tried: give one that it takes as 'example', or limit the value (allowed, pattern, minimum, maximum); ${reason}`,
    );
  }

  /** Whether the program takes nothing for the value, and leaves out at most what the value stands in. */
  private followsEmpty(definition: Definition, taken: Json[], empty: Json): boolean {
    const state = this.askedIn.get(definition.path) ?? NONE;
    const without = this.runs.tryRun(new Map([...state, [definition.path, empty]]));
    const before = this.runs.run(state);
    if (without === undefined || without.size !== before.size) {
      return false;
    }
    try {
      for (const key of before.keys()) {
        const seen = [definition.default, ...taken, empty].map((value) => ({
          value,
          tree: this.runs.run(new Map([...state, [definition.path, value]])).get(key),
        }));
        follow(definition, seen, { keys: new Set() });
      }
      return true;
    } catch {
      return false;
    }
  }

  private build(key: string, state: Assignment, free: ReadonlySet<string>, chain: readonly string[]): Tree | undefined {
    const base = this.runs.run(state).get(key);
    const trees: Tree[] = [];
    for (const path of free) {
      const definition = this.runs.definitions.get(path)!;
      const all = domain(definition);
      const seen = this.observe(key, state, definition);
      const forced = chain.includes(path);
      if (!forced && seen.every(({ tree }) => same(tree, base))) {
        continue;
      }
      const tree = forced ? undefined : follow(definition, seen, this.limits.get(path)!);
      if (all !== undefined && (forced || decides(tree))) {
        return this.byCases(key, state, free, chain, definition);
      }
      if (tree !== undefined) {
        trees.push(tree);
      }
    }
    try {
      return combine(base, trees, ({ path, default: initial }) => state.get(path) ?? initial);
    } catch (error) {
      const path =
        error instanceof Tangled ? error.paths.find((one) => free.has(one) && domain(this.runs.definitions.get(one)!)) : undefined;
      if (path === undefined) {
        throw error;
      }
      return this.byCases(key, state, free, chain, this.runs.definitions.get(path)!);
    }
  }

  private byCases(
    key: string,
    state: Assignment,
    free: ReadonlySet<string>,
    chain: readonly string[],
    definition: Definition,
  ): Tree | undefined {
    const { path } = definition;
    if (MOST_SWITCHES < state.size + 1) {
      throw new Tangled([], [...state.keys(), path]);
    }
    const rest = new Set([...free].filter((other) => other !== path));
    return mergeCases(
      definition,
      domain(definition)!.map((value) => [value, this.build(key, new Map([...state, [path, value]]), rest, chain)]),
    );
  }

  private observe(key: string, state: Assignment, definition: Definition): Observation[] {
    const first = state.get(definition.path) ?? definition.default;
    const others = this.accepted.get(definition.path)!.filter((value) => !same(value, first));
    return [first, ...others].flatMap((value) => {
      const objects = this.runs.tryRun(new Map([...state, [definition.path, value]]));
      return objects === undefined ? [] : [{ value, tree: objects.get(key) }];
    });
  }

  /** Changes several values at once: what comes out must be what the trees say. */
  public prove(objects: ReadonlyMap<string, Tree>): void {
    const definitions = [...this.runs.definitions.values()];
    for (let round = 0; round < ROUNDS; round++) {
      const picked = definitions.map((definition, i): [string, Json] => {
        const all = [...this.accepted.get(definition.path)!, definition.default];
        // First all with their first sample, then each round another mixture.
        return [definition.path, all[(round + i * round * 7) % all.length]];
      });
      const assignment = new Map(picked);
      const actual = this.runs.tryRun(assignment);
      if (actual === undefined) {
        continue;
      }
      for (const key of new Set([...objects.keys(), ...actual.keys()])) {
        const predicted = evaluate(objects.get(key), ({ path, default: initial }) => assignment.get(path) ?? initial);
        const at = difference(predicted, actual.get(key));
        if (at !== undefined) {
          throw mistake(
            `${Code.CONFLICT} [${key}]${where(at)} several values decide together what stands there, and the chart cannot say how: change it in the program so that each place depends on one value, or on texts put together`,
          );
        }
      }
    }
  }
}

/** Whether a switch decides more than what single fields say. */
function decides(tree: Tree | undefined): boolean {
  if (tree instanceof Cases) {
    return tree.cases.some(([, one]) => one === undefined || (typeof one === 'object' && one !== null));
  }
  return typeof tree === 'object' && tree !== null && !(tree instanceof Node) && Object.values(tree).some((item) => decides(item as Tree));
}

function difference(
  a: Json | undefined,
  b: Json | undefined,
  at: readonly (string | number)[] = [],
): readonly (string | number)[] | undefined {
  if (same(a, b)) {
    return undefined;
  }
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && Array.isArray(a) === Array.isArray(b)) {
    const [left, right] = [a as { [key: string]: Json }, b as { [key: string]: Json }];
    const key = [...new Set([...Object.keys(left), ...Object.keys(right)])].find((one) => !same(left[one], right[one]));
    return key === undefined ? at : difference(left[key], right[key], [...at, key]);
  }
  return at;
}

function where(at: readonly (string | number)[]): string {
  return at.length === 0
    ? ''
    : ` ${at.map((key, i) => (/^\d+$/.test(String(key)) ? `[${key}]` : `${i === 0 ? '' : '.'}${key}`)).join('')}:`;
}

function message(key: string, error: unknown): string {
  if (error instanceof Lost) {
    const [first, second] = [error.observations[0], error.observations.find(({ tree }) => !same(tree, error.observations[0].tree))!];
    const say = ({ value, tree }: Observation): string => `${show(value)} gives ${tree === undefined ? 'nothing' : show(tree)}`;
    return `${Code.CONFLICT} [${key}]${where(error.at)} the value '${error.value.path}' (${error.value.place}) decides this in a way that a chart cannot repeat: ${say(first)}, ${say(second)}; use the value as it is or inside of a text, make it a HelmValue.boolean or HelmValue.enum, whose every value is tried, or set this field on its own`;
  }
  if (error instanceof Tangled) {
    return `${Code.CONFLICT} [${key}]${where(error.at)} the values ${error.paths.map((path) => `'${path}'`).join(', ')} decide together what stands there, and the chart cannot say how: let each place depend on one of them, or on texts put together`;
  }
  throw error;
}
