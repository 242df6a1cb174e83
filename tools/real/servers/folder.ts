/** Where a server keeps its data, and as whom it runs: some refuse to run as root. */
import { chmodSync, chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { run } from '../../process';
import { Processes, Running, StartOptions } from '../processes';

export interface Place {
  readonly path: string;
  /** Who runs the programs. */
  readonly user: string;
  /** Writes a file that the server can read, and gives its path. */
  file(name: string, text: string): string;
  /** Starts a program of the server, as the user who owns the folder. */
  start(command: string, args: readonly string[], options?: StartOptions): Running;
}

/** Who runs the servers where the tests run as root. */
const USER = 'nobody';

/** A folder for the data of a server that refuses to be root, or may; it goes with the processes. */
export function serverFolder(processes: Processes, name: string): Place {
  const path = mkdtempSync(join(processes.folder, `${name}-`));
  return process.getuid?.() === 0
    ? place(processes, name, path, USER, asUser(processes.folder, path))
    : place(processes, name, path, userInfo().username);
}

/** The same for a server that runs from the cache, which only the user of the tests may read. */
export function ownFolder(processes: Processes, name: string): Place {
  return place(processes, name, mkdtempSync(join(processes.folder, `${name}-`)), userInfo().username);
}

function place(processes: Processes, name: string, path: string, user: string, prefix: readonly string[] = []): Place {
  return {
    path,
    user,
    file: (file, text) => {
      writeFileSync(join(path, file), text, { mode: 0o644 });
      return join(path, file);
    },
    start: (command, args, options) => {
      const [first, ...rest] = [...prefix, command, ...args];
      return processes.start(first, rest, { name, cwd: path, ...options, env: { HOME: path, ...options?.env } });
    },
  };
}

function asUser(above: string, path: string): string[] {
  const [uid, gid] = [id('-u'), id('-g')];
  chmodSync(above, 0o711); // only root may list it, others pass
  chownSync(path, uid, gid);
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'];
}

function id(flag: string): number {
  return Number(run('id', [flag, USER]));
}
