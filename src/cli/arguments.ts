import { parseArgs } from 'node:util';
import { didYouMean } from '../private/nearest';
import type { Input, Option } from './command';
import { UsageError } from './errors';

/** What may be written. */
export interface Expected {
  readonly operands: readonly string[];
  readonly options: { readonly [name: string]: Option };
}

/** Reads arguments. What is not expected is an error that says what was meant. */
export function readArguments(args: readonly string[], expected: Expected): Omit<Input, 'terminal'> {
  const values: { [option: string]: string } = {};
  const lists: { [option: string]: string[] } = {};
  const flags = new Set<string>();
  const operands: string[] = [];
  for (const token of tokensOf(args, expected)) {
    if (token.kind === 'positional') {
      operands.push(token.value);
    } else if (token.kind === 'option') {
      const option = optionNamed(token, expected);
      if (option.value === undefined) {
        flags.add(flag(token));
      } else if (option.many === true) {
        (lists[token.name] ??= []).push(valueOf(token, option));
      } else if (token.name in values) {
        throw new UsageError(`${token.rawName} is given twice: got '${values[token.name]}' and '${token.value}'; expected it once`);
      } else {
        values[token.name] = valueOf(token, option);
      }
    }
  }
  const many = /\.\.\.\]?$/.test(expected.operands.at(-1) ?? '');
  const [surplus] = many ? [] : operands.slice(expected.operands.length);
  if (surplus !== undefined) {
    const takes = expected.operands.length === 0 ? 'nothing beside options' : `only ${expected.operands.join(' ')} beside options`;
    throw new UsageError(`takes ${takes}: got '${surplus}' too`);
  }
  return { operands, values, lists, flags };
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;

/** Not strict: Node's own messages know neither the command nor what was meant. */
function tokensOf(args: readonly string[], { options }: Expected): Token[] {
  const described = Object.entries(options).map(([name, { value, short }]) => [
    name,
    { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
  ]);
  return parseArgs({ args: [...args], options: Object.fromEntries(described), strict: false, allowPositionals: true, tokens: true }).tokens;
}

function optionNamed(token: OptionToken, { options }: Expected): Option {
  if (!Object.hasOwn(options, token.name)) {
    const meant = token.rawName.startsWith('--') ? didYouMean(token.rawName, Object.keys(options).map(long)) : '';
    throw new UsageError(`there is no option '${token.rawName}'${meant}`);
  }
  return options[token.name];
}

function flag(token: OptionToken): string {
  if (token.value !== undefined) {
    throw new UsageError(`${token.rawName} takes no value: got '${token.value}'`);
  }
  return token.name;
}

function valueOf(token: OptionToken, { value, oneOf }: Option): string {
  const given = token.value;
  if (given === undefined || given === '' || (token.inlineValue === false && given.startsWith('-'))) {
    const got = given === undefined ? 'nothing' : `'${given}'`;
    throw new UsageError(`${token.rawName} needs a value: got ${got}, expected ${token.rawName} ${value}`);
  }
  if (oneOf !== undefined && !oneOf.includes(given)) {
    throw new UsageError(`${token.rawName} must be one of ${oneOf.join(', ')}: got '${given}'${didYouMean(given, oneOf)}`);
  }
  return given;
}

function long(name: string): string {
  return `--${name}`;
}
