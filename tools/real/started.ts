/** Keeps account of the programs that a run starts. */
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** What tells a process from an earlier or later one of the same number; nothing where the system has no `/proc`. */
function birth(pid: number): string {
  try {
    // The name stands in parentheses, and may have any character; the start is the twentieth field after it.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19];
  } catch {
    return '';
  }
}

/** Enters a program that was just started, where an account is kept. */
export function enter(name: string, pid: number | undefined): void {
  if (process.env[VARIABLE] !== undefined && pid !== undefined) {
    appendFileSync(process.env[VARIABLE], `${JSON.stringify([pid, birth(pid), name])}\n`);
  }
}

export function endAccount(): Account {
  const file = process.env[VARIABLE]!;
  const entries = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  rmSync(dirname(file), { recursive: true, force: true });
  const programs = entries.map((entry) => JSON.parse(entry) as [pid: number, birth: string, name: string]);
  const counts = new Map<string, number>();
  programs.forEach(([, , name]) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return {
    started: [...counts].map(([name, count]) => `${name} ${count}×`).join(', '),
    left: programs.filter(([pid, born]) => alive(pid) && birth(pid) === born).map(([pid, , name]) => `${name} (${pid})`),
  };
}
