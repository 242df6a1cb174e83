import { ApiObject, App as CdkApp } from 'cdk8s';
import { Definition } from './definition';
import { isObjectJson, Json } from './json';
import { inPass, Pass } from './pass';
import { inOrder } from '../dependency-order';

/** What a program made, by the place of each object in it. */
export type Objects = ReadonlyMap<string, Json>;

/** Changed values, by path. */
export type Assignment = ReadonlyMap<string, Json>;

export interface Runs {
  readonly definitions: Map<string, Definition>;
  readonly secrets: Set<string>;
  /** Runs the program, once for each assignment. */
  run(assignment: Assignment): Objects;
  /** The same, or nothing where the program does not take the values. */
  tryRun(assignment: Assignment): Objects | undefined;
}

/** Runs a program as often as it takes, and remembers what came of it. */
export function runsOf(make: () => CdkApp): Runs {
  const definitions = new Map<string, Definition>();
  const secrets = new Set<string>();
  const known = new Map<string, Objects | Error>();
  const outcome = (assignment: Assignment): Objects | Error => {
    const changed = [...assignment]
      .filter(([path, value]) => definitions.get(path)?.default !== value)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(changed);
    let result = known.get(key);
    if (result === undefined) {
      result = attempt({ values: new Map(changed), definitions, secrets }, make);
      known.set(key, result);
    }
    return result;
  };
  return {
    definitions,
    secrets,
    run: (assignment) => {
      const result = outcome(assignment);
      if (result instanceof Error) {
        throw result;
      }
      return result;
    },
    tryRun: (assignment) => {
      const result = outcome(assignment);
      return result instanceof Error ? undefined : result;
    },
  };
}

function attempt(pass: Pass, make: () => CdkApp): Objects | Error {
  try {
    return inPass(pass, () => objectsOf(make()));
  } catch (error) {
    return error as Error;
  }
}

/** Every object of an app as plain JSON, in the order in which to apply them. */
export function objectsOf(app: CdkApp): Objects {
  const objects = inOrder(app).filter((node): node is ApiObject => ApiObject.isApiObject(node));
  return new Map(objects.map((object) => [object.node.path, plain(object.toJson()) as Json]));
}

/** As YAML reads it back: what is not there is left out, also in lists, where YAML would write null. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => (item === undefined ? null : plain(item)));
  }
  if (isObjectJson(value)) {
    return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, plain(item)]])));
  }
  return value;
}
