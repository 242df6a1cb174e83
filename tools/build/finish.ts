import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { lazyIndex, Reexport, reexports } from './lazy-index';
import { lazyPackage } from './lazy-package';

export interface FinishOptions {
  /** The compiled files. */
  readonly lib: string;
  /** What they were compiled from. */
  readonly src: string;
  /** Packages that cost so much to load that only those who use them should pay. */
  readonly lazyPackages: readonly string[];
}

/** What was done: files by path from `lib`. */
export interface Finished {
  readonly indexes: string[];
  readonly removed: string[];
}

/**
 * Makes a compiled library cheap to import: its indexes load what is used, heavy packages load when used, and source maps are gone. Running it
 * again changes nothing.
 */
export function finish({ lib, src, lazyPackages }: FinishOptions): Finished {
  const removed = removeOrphans(lib, src);
  const indexes = indexesFrom(join(lib, 'index.js'));
  // All names are read before anything is written.
  const lazy = [...indexes].map(([file, lines]): [string, string] => [file, lazyIndex(lines, (from) => runtimeNames(file, from))]);
  for (const file of filesBelow(lib).filter(
    (path) => path.endsWith('.js') && !indexes.has(path) && !relative(lib, path).startsWith('standalone'),
  )) {
    const code = readFileSync(file, 'utf8');
    writeIfChanged(
      file,
      code,
      lazyPackages.reduce((text, name) => lazyPackage(text, name, relative(lib, file)), withoutSourceMap(code)),
    );
  }
  lazy.forEach(([file, code]) => writeIfChanged(file, readFileSync(file, 'utf8'), code));
  return { indexes: [...indexes.keys()].map((file) => relative(lib, file)), removed: removed.map((file) => relative(lib, file)) };
}

/** The index, and those that it passes on. */
function indexesFrom(entry: string): Map<string, Reexport[]> {
  const found = new Map<string, Reexport[]>();
  const visit = (file: string): void => {
    if (found.has(file)) {
      return;
    }
    const declarations = file.replace(/\.js$/, '.d.ts');
    const lines = reexports(readFileSync(declarations, 'utf8'), declarations);
    found.set(file, lines);
    lines
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => resolve(dirname(file), from, 'index.js'))
      .filter((path) => existsSync(path))
      .forEach(visit);
  };
  visit(entry);
  return found;
}

function runtimeNames(file: string, from: string): string[] {
  return Object.keys(createRequire(file)(from) as object).filter((name) => name !== 'default');
}

/** Compiled files whose source is gone: the compiler leaves them, and they would be packed. What the build itself writes has none. */
function removeOrphans(lib: string, src: string): string[] {
  const orphans = filesBelow(lib).filter((file) => {
    if (relative(lib, file).startsWith('standalone')) {
      return false;
    }
    const source = /^(.*?)(?:\.d\.ts|\.js)$/.exec(relative(lib, file))?.[1];
    return source !== undefined && !existsSync(join(src, `${source}.ts`));
  });
  orphans.forEach((file) => rmSync(file));
  return orphans;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function withoutSourceMap(code: string): string {
  return code.replace(/^\/\/# sourceMappingURL=data:.*\n?$/m, '');
}

function writeIfChanged(file: string, old: string, text: string): void {
  if (text !== old) {
    writeFileSync(file, text);
  }
}
