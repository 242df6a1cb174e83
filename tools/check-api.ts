/**
 * Compares the public API with that of the last release. What breaks programs needs a line in api/accepted-breaks.txt, with a reason.
 *
 *     npm run check:api                  compares, and looks for what nobody meant
 *     npm run check:api -- --release     makes the API as it is the one to compare with: part of a release
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Assembly, NOT_BUILT, readAssembly } from './api/assembly';
import { parseAccepted, parseBreaks, problemsOf } from './api/breaks';
import { summary, surprises } from './api/surprises';
import { tryRun } from './process';

const root = join(__dirname, '..');
const RELEASED = 'api/released.jsii.gz';
const ACCEPTED = 'api/accepted-breaks.txt';

/** Without what does not bear on compatibility: texts and places. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(bare);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const kept = Object.entries(value).filter(
    ([name]) => !['readme', 'locationInModule', 'symbolId', 'summary', 'remarks', 'see'].includes(name),
  );
  return Object.fromEntries(kept.map(([name, inner]) => [name, bare(inner)]));
}

function release(assembly: Assembly): void {
  writeFileSync(join(root, RELEASED), gzipSync(JSON.stringify(bare(assembly)), { level: 9 }));
  console.log(`${RELEASED} is the API as it is now; empty ${ACCEPTED}`);
}

function compare(): string[] {
  const folder = join(root, 'dist', 'api');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.jsii'), gunzipSync(readFileSync(join(root, RELEASED))));
  writeFileSync(join(folder, 'package.json'), readFileSync(join(root, 'package.json')));
  const { status, stdout, stderr } = tryRun(
    process.execPath,
    [
      join(root, 'node_modules/jsii-diff/bin/jsii-diff'),
      folder,
      root,
      '--keys',
      '--error-on',
      'all',
      '--default-stability',
      'experimental',
    ],
    { cwd: root },
  );
  const breaks = parseBreaks(`${stdout}\n${stderr}`);
  if (status !== 0 && breaks.length === 0) {
    throw new Error(`jsii-diff failed: ${stderr}`);
  }
  const accepted = parseAccepted(readFileSync(join(root, ACCEPTED), 'utf8'), ACCEPTED);
  console.log(`${breaks.length} breaks since the last release, ${accepted.keys.length} accepted`);
  return [...accepted.problems, ...problemsOf(breaks, accepted.keys, ACCEPTED)];
}

function main(args: string[]): number {
  const assembly = readAssembly(join(root, '.jsii'));
  if (assembly === undefined) {
    console.error(NOT_BUILT);
    return 1;
  }
  if (args.includes('--release')) {
    release(assembly);
    return 0;
  }
  summary(assembly).forEach((line) => console.log(line));
  const problems = [...surprises(assembly), ...compare()];
  problems.forEach((problem) => console.error(problem));
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
