import { readArguments } from './arguments';
import type { Terminal } from './command';
import { commandNamed, COMMANDS } from './commands';
import { Failure, UsageError } from './errors';
import { commandHelp, GLOBAL, HELP, mainHelp } from './help';
import { ownVersion } from './own-package';

/**
 * Runs the command line. A mistake of the user becomes a message; anything else that is thrown is a bug.
 *
 * @param args what stands behind the program's name
 * @returns the exit status: 0, 1 where the command failed, 2 where it was called wrongly, or what the command says
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = ''] = args;
  const called = Object.hasOwn(COMMANDS, name) ? `cdk8s-dapr ${name}` : 'cdk8s-dapr';
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(`${called}: ${error.message}\nRun '${called} --help' for what it takes.`);
      return 2;
    }
    if (error instanceof Failure || (error as Error)?.name === 'DaprError') {
      terminal.err(`${called}: ${(error as Error).message}`);
      return error instanceof Failure ? error.status : 1;
    }
    throw error;
  }
}

function dispatch(args: readonly string[], terminal: Terminal): number | Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    terminal.err(mainHelp());
    return 2;
  }
  if (name.startsWith('-')) {
    return printAndEnd(args, terminal);
  }
  const command = commandNamed(name);
  const input = readArguments(rest, { ...command, options: { ...command.options, help: HELP } });
  if (input.flags.has('help')) {
    terminal.out(commandHelp(name, command));
    return 0;
  }
  return command.run({ ...input, terminal });
}

/** What may stand where a command is expected: options that print something, and that is all. */
function printAndEnd(args: readonly string[], terminal: Terminal): number {
  const { flags } = readArguments(args, { operands: [], options: GLOBAL });
  terminal.out(flags.has('help') ? mainHelp() : ownVersion());
  return 0;
}
