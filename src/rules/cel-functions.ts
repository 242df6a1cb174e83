/** A type of CEL, without its parameters: what a list holds is not followed. */
export type CelType =
  'bool' | 'bytes' | 'double' | 'duration' | 'dyn' | 'int' | 'list' | 'map' | 'null' | 'string' | 'timestamp' | 'type' | 'uint';

/** What an operator or function takes, a method's own value first, and what it gives. */
export interface CelOverload {
  readonly takes: readonly CelType[];
  readonly gives: CelType;
}

type Table = { readonly [name: string]: readonly CelOverload[] };

function overload(text: string): CelOverload {
  const [takes, gives] = text.split(' -> ');
  return { takes: takes.split(', ') as CelType[], gives: gives as CelType };
}

function overloads(...all: readonly string[]): CelOverload[] {
  return all.map(overload);
}

/** One overload for each type, of two values of it. */
function ofTwo(types: string, gives?: CelType): CelOverload[] {
  return types.split(' ').map((type) => overload(`${type}, ${type} -> ${gives ?? type}`));
}

/** One overload for each type that a conversion takes. */
function from(types: string, gives: CelType): CelOverload[] {
  return types.split(' ').map((type) => overload(`${type} -> ${gives}`));
}

/** Numbers of different types are compared only where a program asks for it, and Dapr does not. */
const COMPARISON = ofTwo('bool bytes double duration int string timestamp uint', 'bool');
const SIZE = from('bytes list map string', 'int');
const MATCHES = ofTwo('string', 'bool');
const OF_TIMESTAMP = overloads('timestamp -> int', 'timestamp, string -> int');
const OF_TIMESTAMP_OR_DURATION = [...OF_TIMESTAMP, overload('duration -> int')];

/** The standard library of cel-go, common/stdlib/standard.go: Dapr adds none of its extensions. */
export const CEL_OPERATORS: Table = {
  '+': [
    ...ofTwo('bytes double duration int list string uint'),
    ...overloads('duration, timestamp -> timestamp', 'timestamp, duration -> timestamp'),
  ],
  '-': [...ofTwo('double duration int uint'), ...overloads('timestamp, duration -> timestamp', 'timestamp, timestamp -> duration')],
  '*': ofTwo('double int uint'),
  '/': ofTwo('double int uint'),
  '%': ofTwo('int uint'),
  '<': COMPARISON,
  '<=': COMPARISON,
  '>': COMPARISON,
  '>=': COMPARISON,
  '!_': from('bool', 'bool'),
  '-_': [...from('double', 'double'), ...from('int', 'int')],
};

export const CEL_FUNCTIONS: Table = {
  bool: from('bool string', 'bool'),
  bytes: from('bytes string', 'bytes'),
  double: from('double int string uint', 'double'),
  duration: from('duration int string', 'duration'),
  dyn: from('dyn', 'dyn'),
  int: from('int double duration string timestamp uint', 'int'),
  matches: MATCHES,
  size: SIZE,
  string: from('string bool bytes double duration int timestamp uint', 'string'),
  timestamp: from('timestamp int string', 'timestamp'),
  type: from('dyn', 'type'),
  uint: from('uint double int string', 'uint'),
};

export const CEL_METHODS: Table = {
  contains: MATCHES,
  endsWith: MATCHES,
  getDate: OF_TIMESTAMP,
  getDayOfMonth: OF_TIMESTAMP,
  getDayOfWeek: OF_TIMESTAMP,
  getDayOfYear: OF_TIMESTAMP,
  getFullYear: OF_TIMESTAMP,
  getHours: OF_TIMESTAMP_OR_DURATION,
  getMilliseconds: OF_TIMESTAMP_OR_DURATION,
  getMinutes: OF_TIMESTAMP_OR_DURATION,
  getMonth: OF_TIMESTAMP,
  getSeconds: OF_TIMESTAMP_OR_DURATION,
  matches: MATCHES,
  size: SIZE,
  startsWith: MATCHES,
};

/** The names that stand for types where they are no function. */
export const CEL_TYPE_NAMES: ReadonlySet<string> = new Set([
  ...['bool', 'bytes', 'double', 'int', 'list', 'map', 'null_type', 'string', 'type', 'uint'],
]);
