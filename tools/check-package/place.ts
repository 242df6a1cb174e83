import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What all checks look at. */
export interface Place {
  /** The repository. */
  readonly root: string;
  /** A folder outside of it, which is empty at first and gone afterwards. */
  readonly scratch: string;
  readonly name: string;
  readonly version: string;
}

export function place(root: string, scratch: string): Place {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  return { root: resolve(root), scratch, name, version };
}

export function tarballOf({ root, name, version }: Place): string {
  return join(root, 'dist', 'js', `${name}-${version}.tgz`);
}

/** The version of a package that this repository is developed with. */
export function versionOf({ root }: Place, name: string): string {
  return (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
}

export const PEERS = ['cdk8s', 'cdk8s-plus-27', 'constructs'];

/** An empty folder for one check. */
export function folderFor({ scratch }: Place, name: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The files of a folder as one text, each under its name. */
export function textOf(folder: string): string {
  return readdirSync(folder)
    .sort()
    .map((file) => `# ${file}\n${readFileSync(join(folder, file), 'utf8')}`)
    .join('\n');
}

/** What the first program writes, in whatever language. */
export function expectedHello({ root }: Place): string {
  return textOf(join(root, 'examples/hello-world/expected'));
}
