import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../process';

/** What comes along with the compiler and with bundled packages, and no program of a user ever reads. */
export const NOT_NEEDED = [/\.map$/, /\.tsbuildinfo$/, /^node_modules\/[^/]+\/dist\/browser\//];

/** What only those who develop the library need. */
const ONLY_TO_DEVELOP = ['devDependencies', 'overrides', 'scripts'];

/**
 * Copies what is to be packed into a folder of its own: npm cannot leave out parts of a bundled package.
 *
 * @param root the repository, built
 * @param folder where to; what is there goes
 */
export function stage(root: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const [{ files }] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root })) as [
    { files: { path: string }[] },
  ];
  for (const { path } of files.filter((file) => !NOT_NEEDED.some((pattern) => pattern.test(file.path)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { [field: string]: unknown };
  const kept = Object.entries(manifest).filter(([field]) => !ONLY_TO_DEVELOP.includes(field));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
