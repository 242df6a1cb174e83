import type { Command } from './command';
import { ownVersion } from './own-package';

export const version: Command = {
  operands: [],
  options: {},
  about: 'Prints the version of cdk8s-dapr, and nothing else.',
  run({ terminal }) {
    terminal.out(ownVersion());
    return 0;
  },
};
