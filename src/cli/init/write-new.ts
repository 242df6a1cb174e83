import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, reason } from '../errors';

/**
 * What stands in the way of new files: those that exist, and files where a folder is needed. Sorted, each once.
 *
 * @param paths the files, below the folder
 */
export function inTheWay(folder: string, paths: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/');
    parts.forEach((_, i) => {
      const prefix = parts.slice(0, i + 1).join('/');
      const last = i === parts.length - 1;
      if (exists(join(folder, prefix)) && (last || !isFolder(join(folder, prefix)))) {
        found.add(prefix);
      }
    });
  }
  return [...found].sort();
}

/** Writes files that are not there yet: all of them, or none. What exists is never overwritten, not even if it appeared a moment ago. */
export function writeNew(folder: string, files: ReadonlyMap<string, string>): void {
  const undo: (() => void)[] = [];
  try {
    makeFolder(folder, undo);
    const drafts = mkdtempSync(join(folder, '.cdk8s-dapr-'));
    undo.push(() => rmSync(drafts, { recursive: true, force: true }));
    const moves = [...files].map(([path, text], i): [string, string] => {
      const draft = join(drafts, String(i));
      writeFileSync(draft, text);
      return [draft, join(folder, path)];
    });
    for (const [draft, file] of moves) {
      makeFolder(dirname(file), undo);
      place(draft, file);
      undo.push(() => rmSync(file));
    }
    rmSync(drafts, { recursive: true });
  } catch (error) {
    undo.reverse().forEach(attempt);
    throw new Failure(`cannot write into '${folder}': ${reason(error)}; nothing was written`);
  }
}

/** Undoing goes as far as it gets: a folder that someone else has put something into stays. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // Why the files could not be written is what the user has to know.
  }
}

/** A link is there at once or not at all. Where there are no links, a copy refuses as well what exists. */
function place(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw error;
    }
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  if (isFolder(folder)) {
    return;
  }
  if (dirname(folder) !== folder) {
    makeFolder(dirname(folder), undo);
  }
  mkdirSync(folder);
  undo.push(() => rmdirSync(folder));
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A file where a folder is needed: it is found by itself.
    return false;
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
