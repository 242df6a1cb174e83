/* eslint-disable @typescript-eslint/no-require-imports -- a command is loaded when it is called: help and a typo cost nothing */
import { didYouMean } from '../private/nearest';
import type { Command } from './command';
import { UsageError } from './errors';

/** A command as the list of commands shows it. */
export interface Entry {
  readonly summary: string;
  readonly load: () => Command;
}

/** Every command, in the order of the help. A new one is an entry here and a file. */
export const COMMANDS: { readonly [name: string]: Entry } = {
  init: {
    summary: 'start a project: a program, its test and its CI, in a folder',
    load: () => (require('./init-command') as typeof import('./init-command')).init,
  },
  validate: {
    summary: 'check manifests for what Dapr would reject, crash on or silently drop',
    load: () => (require('./validate-command') as typeof import('./validate-command')).validate,
  },
  local: {
    summary: 'write what dapr run needs to run manifests without Kubernetes',
    load: () => (require('./local-command') as typeof import('./local-command')).local,
  },
  rules: {
    summary: 'list the rules that validate checks',
    load: () => (require('./rules-command') as typeof import('./rules-command')).rules,
  },
  explain: {
    summary: 'say what a rule means, or which one a log line is about',
    load: () => (require('./explain-command') as typeof import('./explain-command')).explain,
  },
  help: {
    summary: 'say what commands there are, or what one of them takes',
    load: () => (require('./help-command') as typeof import('./help-command')).help,
  },
  version: {
    summary: 'print the version of cdk8s-dapr',
    load: () => (require('./version-command') as typeof import('./version-command')).version,
  },
};

/** A command by its name. */
export function commandNamed(name: string): Command {
  if (!Object.hasOwn(COMMANDS, name)) {
    const names = Object.keys(COMMANDS);
    throw new UsageError(`there is no command '${name}'${didYouMean(name, names) || `: expected one of ${names.join(', ')}`}`);
  }
  return COMMANDS[name].load();
}
