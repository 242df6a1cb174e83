/** Where real programs come from: what the environment names, and a folder outside of the repository for what was built or fetched. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { has } from '../process';

export const CACHE = process.env.CDK8S_DAPR_CACHE ?? join(homedir(), '.cache', 'cdk8s-dapr');

/** The program that a variable names; throws where it names one that is not there. */
export function named(variable: string): string | undefined {
  const given = process.env[variable];
  if (given !== undefined && !existsSync(given)) {
    throw new Error(`there is no ${given}, though ${variable} names it`);
  }
  return given;
}

/** The go command, of PATH or of where Go's own installer puts it. */
export function go(): string | undefined {
  return ['go', '/usr/local/go/bin/go'].find((command) => has(command, 'version'));
}
