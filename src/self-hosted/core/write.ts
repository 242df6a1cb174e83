import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { mistake } from '../../private/problems';
import { isMapping, texts } from '../../rules/read';
import type { SelfHostedResult } from './result';
import { mergedSecrets } from './secrets-file';

/** The list of what was written, so that the next run knows what it may replace. */
const LIST = '.cdk8s-dapr.json';

export interface WrittenSelfHosted {
  /** What is there now, sorted, below the folder. */
  readonly files: readonly string[];
  /** The secrets that have no value yet, by their file. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/**
 * Writes what was made of manifests: all of it, or nothing. What an earlier run has written is replaced, other files stay as they are, and
 * secrets that somebody has filled in are kept.
 */
export function writeSelfHosted(outdir: string, result: SelfHostedResult): WrittenSelfHosted {
  const [problem] = result.problems;
  if (problem !== undefined) {
    throw mistake(`[${problem.place}] ${problem.message}`);
  }
  const folder = resolve(outdir);
  try {
    const earlier = listIn(folder);
    const files = new Map(result.files(folder));
    const missing = new Map<string, readonly string[]>();
    const secrets = new Set<string>();
    for (const file of result.runs.flatMap((run) => run.secrets)) {
      const merged = mergedSecrets(file, read(join(folder, file.path)));
      files.set(file.path, merged.text);
      secrets.add(file.path);
      if (merged.missing.length > 0) {
        missing.set(file.path, merged.missing);
      }
    }
    const foreign = [...files.keys()].filter((path) => !earlier.has(path) && !secrets.has(path) && exists(join(folder, path)));
    if (foreign.length > 0) {
      throw new Error(`${foreign.map((path) => `'${path}'`).join(', ')} is in the way, and was not written by cdk8s-dapr: move it away`);
    }
    const listed = [...files.keys()].sort();
    files.set(LIST, `${JSON.stringify({ files: listed }, null, 2)}\n`);
    // What somebody has filled in outlives the reference to it.
    const gone = [...earlier].filter((path) => !files.has(path) && !/(^|\/)secrets\.(json|env)$/.test(path));
    replaceAll(folder, files, gone, secrets);
    return { files: listed, missing };
  } catch (error) {
    throw mistake(`cannot write into '${outdir}': ${(error as Error).message}; what was there is unchanged`);
  }
}

/** What an earlier run has written. A folder with other things in it is not ours to write into. */
function listIn(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) {
    return new Set();
  }
  const list = read(join(folder, LIST));
  if (list === undefined) {
    if (readdirSync(folder).length > 0) {
      throw new Error('the folder is not empty, and was not written by cdk8s-dapr: empty it, or name another');
    }
    return new Set();
  }
  const parsed: unknown = JSON.parse(list);
  return new Set([LIST, ...texts(isMapping(parsed) ? parsed.files : []).filter((path) => !path.split('/').includes('..'))]);
}

function replaceAll(folder: string, files: ReadonlyMap<string, string>, gone: readonly string[], secrets: ReadonlySet<string>): void {
  const made = makeFolder(folder);
  const drafts = mkdtempSync(join(folder, '.cdk8s-dapr-'));
  const undo: (() => void)[] = [];
  try {
    const changed = [...files].filter(([path, text]) => read(join(folder, path)) !== text);
    changed.forEach(([path, text], i) => writeFileSync(join(drafts, `new-${i}`), text, { mode: secrets.has(path) ? 0o600 : 0o666 }));
    const setAside = (path: string, i: number): void => {
      const place = join(folder, path);
      if (exists(place)) {
        const aside = join(drafts, `old-${i}`);
        renameSync(place, aside);
        undo.push(() => renameSync(aside, place));
      }
    };
    gone.forEach((path, i) => setAside(path, changed.length + i));
    changed.forEach(([path], i) => {
      const place = join(folder, path);
      const folders = makeFolder(dirname(place));
      undo.push(() => folders.forEach((one) => rmdirSync(one)));
      setAside(path, i);
      renameSync(join(drafts, `new-${i}`), place);
      undo.push(() => rmSync(place));
    });
  } catch (error) {
    undo.reverse().forEach((step) => step());
    rmSync(drafts, { recursive: true, force: true });
    made.forEach((one) => rmdirSync(one));
    throw error;
  }
  rmSync(drafts, { recursive: true, force: true });
  gone.forEach((path) => removeEmpty(dirname(join(folder, path)), folder));
}

/** Makes a folder and those that it is in; those that were made, the innermost first. */
function makeFolder(folder: string): string[] {
  if (existsSync(folder)) {
    return [];
  }
  const above = dirname(folder) === folder ? [] : makeFolder(dirname(folder));
  mkdirSync(folder);
  return [folder, ...above];
}

function removeEmpty(folder: string, root: string): void {
  if (folder !== root && folder.startsWith(root) && existsSync(folder) && readdirSync(folder).length === 0) {
    rmdirSync(folder);
    removeEmpty(dirname(folder), root);
  }
}

function read(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
