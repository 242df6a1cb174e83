import type { Command, Option } from './command';
import { COMMANDS } from './commands';

/** What every command takes, and the command line itself. */
export const HELP: Option = { short: 'h', about: 'print this text' };
const VERSION: Option = { short: 'v', about: 'print the version of cdk8s-dapr' };

/** The options in front of a command. */
export const GLOBAL: { readonly [name: string]: Option } = { help: HELP, version: VERSION };

/** What the command line is, and its commands. */
export function mainHelp(): string {
  return [
    'Typed cdk8s constructs for Dapr on Kubernetes: the command line.',
    '',
    'Usage: cdk8s-dapr <command> [options]',
    '',
    'Commands:',
    ...columns(Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary])),
    '',
    'Options:',
    ...options(GLOBAL),
    '',
    "Run 'cdk8s-dapr <command> --help' for what a command takes.",
  ].join('\n');
}

/** What one command does and takes. */
export function commandHelp(name: string, command: Command): string {
  return [
    command.about,
    '',
    `Usage: ${['cdk8s-dapr', name, ...command.operands, '[options]'].join(' ')}`,
    '',
    'Options:',
    ...options({ ...command.options, help: HELP }),
  ].join('\n');
}

function options(table: { readonly [name: string]: Option }): string[] {
  return columns(
    Object.entries(table).map(([name, { value, oneOf, short, about }]) => [
      `${short === undefined ? '   ' : `-${short},`} --${name}${value === undefined ? '' : ` ${value}`}`,
      `${about}${oneOf === undefined ? '' : ` (${oneOf.join(', ')})`}`,
    ]),
  );
}

function columns(rows: string[][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
