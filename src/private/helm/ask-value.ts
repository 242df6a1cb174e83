import { Code } from '../codes';
import { copied } from '../copied';
import { show } from '../field-words';
import { didYouMean } from '../nearest';
import { mistake } from '../problems';
import { Definition, isOfRelease } from './definition';
import { amountOf } from './duration-text';
import { isObjectJson, Json } from './json';
import { ask } from './pass';
import { place } from './place';

interface Asked extends Omit<Definition, 'default' | 'place'> {
  readonly default: unknown;
}

/** Checks what the program asks for, and answers. */
export function valueOf(asked: Asked): Json {
  const definition = { ...copied(asked), place: place() } as Definition;
  const problems = [...pathProblems(definition), ...typeProblems(definition)];
  if (problems.length > 0) {
    throw mistake(problems.map(([code, text]) => `${code} [values ${asked.path} at ${definition.place}] ${text}`).join('\n'));
  }
  return copied(ask(definition));
}

type Problem = [Code, string];

/** What Helm itself calls so; `global` is shared with charts that this one is part of. */
const RESERVED = ['global', 'Values', 'Release', 'Chart', 'Subcharts', 'Files', 'Capabilities', 'Template'];
const SECRET = /(password|passwd|passphrase|apikey|accesskey|secretkey|privatekey|connectionstring|clientsecret|token)$/i;

function pathProblems({ path, kind }: Definition): Problem[] {
  if (isOfRelease({ kind } as Definition)) {
    return [];
  }
  if (typeof path !== 'string' || !/^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/.test(path)) {
    const better = typeof path === 'string' ? camel(path) : '';
    return [
      [
        Code.NAME,
        `the path of a value is names of letters, digits and '_' that begin with a letter, joined by dots: got ${show(path)}${better === '' ? '' : `; write '${better}'`}`,
      ],
    ];
  }
  const [first] = path.split('.');
  if (RESERVED.includes(first)) {
    return [
      [
        Code.NAME,
        `'${first}' is Helm's own word: begin the path with another name, e.g. 'app.${path.split('.').slice(1).join('.') || 'value'}'`,
      ],
    ];
  }
  if (SECRET.test(path)) {
    return [
      [
        Code.NAME,
        `a secret is no value: values are kept in plain text, with the release and often in git; refer to a Secret, e.g. by SecretValue.fromSecretKeyRef, and make its name the value, e.g. '${first === path ? path : path.slice(0, path.lastIndexOf('.'))}SecretName'`,
      ],
    ];
  }
  return [];
}

function camel(path: string): string {
  const names = path
    .replace(/^\.?Values\./, '')
    .split(/[./]+/)
    .map((name) => name.replace(/[^A-Za-z0-9_]+(.)?/g, (_, next?: string) => next?.toUpperCase() ?? ''));
  return names
    .map((name) => name.replace(/^[^A-Za-z]+/, ''))
    .filter((name) => name !== '')
    .join('.');
}

const EXPECTED: Record<Definition['kind'], [(value: unknown) => boolean, string]> = {
  string: [(value) => typeof value === 'string', 'a text'],
  integer: [(value) => Number.isSafeInteger(value), 'a whole number'],
  number: [(value) => typeof value === 'number' && Number.isFinite(value), 'a number'],
  boolean: [(value) => typeof value === 'boolean', 'true or false'],
  enum: [(value) => typeof value === 'string', 'a text'],
  list: [(value) => Array.isArray(value) && value.every((item) => typeof item === 'string'), 'a list of texts'],
  map: [
    (value) => isObjectJson(value) && Object.values(value).every((item) => typeof item === 'string'),
    'an object whose values are texts',
  ],
  any: [(value) => Array.isArray(value) || isObjectJson(value), 'an object or a list'],
  duration: [(value) => typeof value === 'string' && /^(\d+(ms|h|m|s))+$/.test(value), 'a Duration, e.g. Duration.seconds(30)'],
  size: [(value) => typeof value === 'string' && amountOf(value)! % 1024 === 0, 'a Size of whole KiB, e.g. Size.mebibytes(512)'],
  quantity: [(value) => typeof value === 'string' && amountOf(value) !== undefined, "a quantity of Kubernetes, e.g. '100m' or '512Mi'"],
  'release name': [(value) => typeof value === 'string' && value !== '', 'a text'],
  'release namespace': [(value) => typeof value === 'string' && value !== '', 'a text'],
};

function typeProblems(definition: Definition): Problem[] {
  const limits = ownLimitProblems(definition);
  if (limits.length > 0) {
    return limits;
  }
  const [fits, expected] = EXPECTED[definition.kind];
  const given: [string, Json | undefined][] = [['default', definition.default]];
  if (definition.example !== undefined) {
    given.push(['example', definition.example]);
  }
  return given.flatMap(([what, value]): Problem[] =>
    value !== undefined && fits(value)
      ? limitProblems(definition, what, value)
      : [[Code.WRONG_TYPE, `the ${what} must be ${expected}: got ${value === undefined ? 'nothing' : show(value)}`]],
  );
}

/** The limits themselves: what Helm's schema could not say, or what leaves no choice. */
function ownLimitProblems({ kind, allowed, pattern }: Definition): Problem[] {
  if (kind === 'enum' && !(Array.isArray(allowed) && allowed.every((one) => typeof one === 'string') && new Set(allowed).size > 1)) {
    return [[Code.REQUIRED, `'allowed' must name at least two different texts: got ${allowed === undefined ? 'nothing' : show(allowed)}`]];
  }
  if (pattern !== undefined && !isPattern(pattern)) {
    return [[Code.MALFORMED, `'pattern' must be a regular expression without look-around: got ${show(pattern)}`]];
  }
  return [];
}

/** Helm reads patterns as Go does, which has neither look-around nor references back. */
function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') && !/\(\?<?[=!]|\\[1-9]|\\k</.test(pattern);
  } catch {
    return false;
  }
}

/** Says, in words, what values.schema.json would refuse. */
export function limitProblems({ allowed, pattern, minimum, maximum }: Definition, what: string, value: Json): Problem[] {
  if (allowed !== undefined && !allowed.includes(value as string)) {
    return [
      [Code.NOT_ALLOWED, `the ${what} must be one of ${allowed.join(', ')}: got ${show(value)}${didYouMean(String(value), allowed)}`],
    ];
  }
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value as string)) {
    return [[Code.MALFORMED, `the ${what} must match ${pattern}: got ${show(value)}`]];
  }
  if ((value as number) < (minimum ?? -Infinity) || (value as number) > (maximum ?? Infinity)) {
    const limits =
      maximum === undefined ? `at least ${minimum}` : minimum === undefined ? `at most ${maximum}` : `from ${minimum} to ${maximum}`;
    return [[Code.MALFORMED, `the ${what} must be ${limits}: got ${show(value)}`]];
  }
  return [];
}

/** Whether a value is of the type that it was defined with. */
export function typeProblem(definition: Definition, value: Json): string | undefined {
  const [fits, expected] = EXPECTED[definition.kind];
  return fits(value) ? limitProblems(definition, 'value', value)[0]?.[1] : `the value must be ${expected}: got ${show(value)}`;
}
