/** Keeps account of the programs that a run starts. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { alive } from './cache';

const VARIABLE = 'CDK8S_DAPR_STARTED';

/** From now on, until `endAccount`, of this process and those that it starts. */
export function beginAccount(): void {
  const file = join(mkdtempSync(join(tmpdir(), 'cdk8s-dapr-started-')), 'started');
  writeFileSync(file, '');
  process.env[VARIABLE] = file;
}

export interface Account {
  /** Each program, and how often it was started: `daprd 3×`. */
  readonly started: string;
  /** Those that still run, each with its process. */
  readonly left: readonly string[];
}

export function endAccount(): Account {
  const file = process.env[VARIABLE]!;
  const entries = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  rmSync(dirname(file), { recursive: true, force: true });
  const programs = entries.map((entry): [number, string] => [parseInt(entry, 10), entry.replace(/^\d+ /, '')]);
  const counts = new Map<string, number>();
  programs.forEach(([, name]) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return {
    started: [...counts].map(([name, count]) => `${name} ${count}×`).join(', '),
    left: programs.filter(([pid]) => alive(pid)).map(([pid, name]) => `${name} (${pid})`),
  };
}
