import { Code } from '../codes';
import { mistake } from '../problems';
import { Definition } from './definition';
import { Json, same } from './json';

/** One run of the program, with some values changed. */
export interface Pass {
  readonly values: ReadonlyMap<string, Json>;
  /** What was asked for, by path; grows. */
  readonly definitions: Map<string, Definition>;
  /** Texts that were written as plain secrets. */
  readonly secrets: Set<string>;
}

interface State {
  pass?: Pass;
  /** What was asked for while no chart was made: its default is part of some app. */
  readonly outside: Map<string, Definition>;
}

const STATE = Symbol.for('cdk8s-dapr.helm');

/** Values have no scope to hang on, so that one place for the whole process says which run it is, also for two copies of this library. */
function state(): State {
  const holder = globalThis as { [STATE]?: State };
  return (holder[STATE] ??= { outside: new Map() });
}

/** Runs a program with values of its own. */
export function inPass<T>(pass: Pass, run: () => T): T {
  const current = state();
  const before = current.pass;
  current.pass = pass;
  try {
    return run();
  } finally {
    current.pass = before;
  }
}

/** The value that the program gets now. */
export function ask(definition: Definition): Json {
  const { pass, outside } = state();
  if (pass === undefined) {
    outside.set(definition.path, definition);
    return definition.default;
  }
  const known = pass.definitions.get(definition.path);
  if (known === undefined) {
    checkNesting(definition, pass.definitions);
    pass.definitions.set(definition.path, definition);
  } else {
    checkSame(known, definition);
    if (known.description === undefined && definition.description !== undefined) {
      pass.definitions.set(definition.path, { ...known, description: definition.description });
    }
  }
  return pass.values.get(definition.path) ?? definition.default;
}

/** Remembers that a text is a secret in plain text, which no value may be. */
export function noteSecret(text: string): void {
  state().pass?.secrets.add(text);
}

/** What was asked for outside of any chart. */
export function askedOutside(): Definition[] {
  return [...state().outside.values()];
}

const COMPARED = ['kind', 'default', 'description', 'allowed', 'pattern', 'minimum', 'maximum'] as const;

function checkSame(first: Definition, second: Definition): void {
  for (const what of COMPARED) {
    const [a, b] = [first[what], second[what]];
    if (!same(a, b) && !(what === 'description' && (a === undefined || b === undefined))) {
      throw mistake(
        `${Code.CONFLICT} [values ${first.path}] the ${what === 'kind' ? 'type' : what} of a value is the same wherever it is used: got ${JSON.stringify(a) ?? 'none'} at ${first.place} and ${JSON.stringify(b) ?? 'none'} at ${second.place}; ask for it once and use the result in both places, or give one of them another path`,
      );
    }
  }
}

function checkNesting(added: Definition, known: ReadonlyMap<string, Definition>): void {
  for (const other of known.values()) {
    const [outer, inner] = added.path.length < other.path.length ? [added, other] : [other, added];
    if (inner.path.startsWith(`${outer.path}.`)) {
      throw mistake(
        `${Code.CONFLICT} [values ${inner.path}] '${outer.path}' is a value itself (${outer.place}), so that '${inner.path}' (${inner.place}) cannot be below it: give one of them another path, e.g. '${outer.path}.value'`,
      );
    }
  }
}
