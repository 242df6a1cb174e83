import type { Command } from './command';
import { commandNamed } from './commands';
import { commandHelp, mainHelp } from './help';

export const help: Command = {
  operands: ['[command]'],
  options: {},
  about: 'Says what commands there are, or what a command does and takes.',
  run({ operands: [name], terminal }) {
    terminal.out(name === undefined ? mainHelp() : commandHelp(name, commandNamed(name)));
    return 0;
  },
};
