import { CelChecker, NOTHING_BOUND } from './cel-checker';
import { CelType } from './cel-functions';
import { parseCel } from './cel-syntax';

/** A chain of names below a variable: `event.data.kind` is `['event', 'data', 'kind']`. */
export interface CelField {
  readonly path: readonly string[];
  /** Whether the expression asks with `has()`, or `'kind' in event.data`, if it is there. */
  readonly guarded: boolean;
}

/** What Dapr makes of a CEL expression, as far as can be told for sure. */
export interface CelReading {
  /** Why Dapr refuses it: syntax, types, or a function that does not exist. */
  readonly error?: string;
  /** The function that does not exist: Dapr takes it for a variable that it did not declare yet and compiles for ever. */
  readonly unknownFunction?: string;
  /** `dyn` where only the values tell, nothing where it cannot be read. */
  readonly type?: CelType;
  /** The names that the expression does not bind itself, each once. Dapr compiles any, and knows few when it evaluates. */
  readonly variables: readonly string[];
  /** The longest chains of names below the variables, each once. */
  readonly fields: readonly CelField[];
}

/** Reads an expression as daprd does (pkg/expr/expr.go DecodeString). What this reader does not know is no error. */
export function readCel(expression: string): CelReading {
  const { ast, problem } = parseCel(expression);
  if (ast === undefined) {
    return { ...(problem === undefined ? {} : { error: problem }), variables: [], fields: [] };
  }
  const checker = new CelChecker();
  const type = checker.typeOf(ast, NOTHING_BOUND);
  const { error, unknownFunction } = checker.isUnsure ? {} : checker;
  return {
    ...(error === undefined ? { type: checker.isUnsure ? 'dyn' : type } : { error, unknownFunction }),
    variables: [...checker.variables],
    fields: [...checker.fields.values()].map((path) => ({ path, guarded: checker.isGuarded(path) })),
  };
}
