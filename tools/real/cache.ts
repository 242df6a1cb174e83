/** Where real programs come from: what the environment names, and a folder outside of the repository for what was built or fetched. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/**
 * A file or folder of the cache, made once: of several processes that want it, one makes it and the others wait.
 *
 * @param name below the cache
 * @param make writes it to the path that it gets; a folder of its own to work in is the second argument
 * @returns its path
 */
export function cached(name: string, make: (draft: string, work: string) => void): string {
  const path = join(CACHE, name);
  if (existsSync(path)) {
    return path;
  }
  mkdirSync(dirname(path), { recursive: true });
  return locked(`${path}.lock`, () => {
    if (existsSync(path)) {
      return path;
    }
    const work = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-make-'));
    const draft = `${path}.draft`;
    try {
      rmSync(draft, { recursive: true, force: true });
      make(draft, work);
      renameSync(draft, path);
    } finally {
      rmSync(work, { recursive: true, force: true });
      rmSync(draft, { recursive: true, force: true });
    }
    return path;
  });
}

const PATIENCE_MS = 60 * 60_000;
const TURN_MS = 500;

/** Does the work while no other process does it: a lock whose owner is gone is taken over. */
function locked<T>(lock: string, work: () => T): T {
  const until = Date.now() + PATIENCE_MS;
  while (!taken(lock)) {
    if (Date.now() > until) {
      throw new Error(`waited an hour for ${lock}, which process ${owner(lock)} holds: remove it if that does not build any more`);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TURN_MS);
  }
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
    if (owner(lock) !== undefined && !alive(owner(lock)!)) {
      rmSync(lock, { force: true });
    }
    return false;
  }
}

/** The process that holds a lock: none where it was just given back, or is just being taken. */
function owner(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process runs. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
