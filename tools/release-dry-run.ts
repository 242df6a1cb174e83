/**
 * All of a release but publishing it. The release workflow runs it, too, and publishes the very files that it made and checked.
 *
 *     npm run release:dry-run                        everything
 *     npm run release:dry-run -- package publish     some steps
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { tryRun } from './process';
import { releaseNotes, releaseProblems } from './release/changelog';

const root = join(__dirname, '..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };

/** The tag that a release was asked for with; a branch is none. */
const tag = process.env.GITHUB_REF_TYPE === 'tag' ? process.env.GITHUB_REF_NAME : undefined;

function script(title: string): () => void {
  return () => {
    const { status } = spawnSync('npm', ['run', '--silent', title], { cwd: root, stdio: 'inherit' });
    if (status !== 0) {
      throw new Error(`npm run ${title}: status ${status}`);
    }
  };
}

function notes(): void {
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const problems = releaseProblems(changelog, version, tag);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, 'dist/release-notes.md'), `${releaseNotes(changelog, version)!.text}\n`);
  console.log('dist/release-notes.md');
}

/** npm's own rehearsal. Provenance is left out: only a workflow can sign where a package was built. */
function publish(): void {
  const file = join(root, 'dist/js', `${name}-${version}.tgz`);
  const dist = version.includes('-') ? 'next' : 'latest';
  const args = ['publish', file, '--dry-run', '--ignore-scripts', '--access', 'public', '--tag', dist];
  const { status, stderr } = tryRun('npm', args, { cwd: root, env: { npm_config_loglevel: 'notice' } });
  if (status !== 0) {
    throw new Error(stderr.trim());
  }
  stderr
    .split('\n')
    .filter((line) => /size:|files:|integrity:|Publishing/.test(line))
    .forEach((line) => console.log(line.replace(/^npm notice /, '')));
}

const STEPS: { readonly [title: string]: () => void } = {
  notes,
  generated: script('check:generated'),
  lint: script('lint'),
  types: script('typecheck'),
  test: script('test'),
  licences: script('check:licences'),
  audit: script('check:audit'),
  package: script('check:package'),
  api: script('check:api'),
  publish,
};

function main(asked: string[]): number {
  const unknown = asked.filter((title) => !(title in STEPS));
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(', ')}; expected some of ${Object.keys(STEPS).join(', ')}`);
    return 2;
  }
  const failed: string[] = [];
  const steps = Object.entries(STEPS).filter(([title]) => asked.length === 0 || asked.includes(title));
  for (const [title, step] of steps) {
    console.log(`\n== ${title}`);
    try {
      step();
    } catch (error) {
      console.error((error as Error).message);
      failed.push(title);
    }
  }
  console.log(failed.length === 0 ? `\n${name} ${version} could be released` : `\nfailed: ${failed.join(', ')}`);
  console.log(`${steps.length - failed.length} passed, ${failed.length} failed, ${Object.keys(STEPS).length - steps.length} not tried`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
