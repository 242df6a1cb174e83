import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** What lets Node run TypeScript from any folder. */
export const TSX = join(ROOT, 'node_modules/tsx/dist/cjs/index.cjs');

export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line from its source, in a process of its own. */
export function cli(args: string[], cwd: string = tmpdir(), nodeOptions: string[] = []): Result {
  const program = [...nodeOptions, '-r', TSX, join(ROOT, 'src/cli/bin.ts')];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs a test in an empty folder, which is gone afterwards. */
export function inFolder<T>(test: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'));
  const clear = (): void => rmSync(folder, { recursive: true });
  let result: T;
  try {
    result = test(folder);
  } catch (error) {
    clear();
    throw error;
  }
  if (result instanceof Promise) {
    return result.finally(clear) as T;
  }
  clear();
  return result;
}

/** Every file below a folder: its text by its path. */
export function filesIn(folder: string): { [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
