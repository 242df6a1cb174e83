/**
 * Makes what users install: the npm tarball, and the code for Python, Java, Go and .NET, each in its folder of dist/.
 *
 *     npm run package
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NOT_BUILT } from './api/assembly';
import { stage } from './package/stage';
import { run } from './process';

/** Those who install it should not wait for it. */
const LARGEST_TARBALL = 2_000_000;

const root = join(__dirname, '..');
const dist = join(root, 'dist');
const folder = join(dist, 'stage');

function tarball(): string {
  const js = join(dist, 'js');
  rmSync(js, { recursive: true, force: true });
  mkdirSync(js, { recursive: true });
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', js], { cwd: folder });
  const file = join(js, `${name}-${version}.tgz`);
  renameSync(join(js, readdirSync(js)[0]), file);
  return file;
}

/** The examples in comments and in the README are translated, too; jsii knows the languages by the targets of package.json. */
function languages(): string[] {
  const targets = ['python', 'java', 'go', 'dotnet'];
  targets.forEach((target) => rmSync(join(dist, target), { recursive: true, force: true }));
  run(
    process.execPath,
    [
      join(root, 'node_modules/jsii-pacmak/bin/jsii-pacmak'),
      folder,
      '--code-only',
      '--no-npmignore',
      '--rosetta-unknown-snippets=translate',
      `--outdir=${dist}`,
      '--targets',
      ...targets,
    ],
    { cwd: root },
  );
  return targets.map((target) => join(dist, target));
}

function bytesBelow(path: string): number {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

function main(): number {
  if (!existsSync(join(root, '.jsii'))) {
    console.error(NOT_BUILT);
    return 1;
  }
  stage(root, folder);
  const file = tarball();
  const { size } = statSync(file);
  console.log(`${relative(root, file)}: ${mb(size)}, ${mb(bytesBelow(folder))} installed`);
  languages().forEach((path) => console.log(`${relative(root, path)}: ${mb(bytesBelow(path))} of code`));
  if (size > LARGEST_TARBALL) {
    console.error(`the tarball has ${size} bytes, expected at most ${LARGEST_TARBALL}`);
    return 1;
  }
  return 0;
}

process.exitCode = main();
