import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { buildStandalone } from '../../tools/build/standalone';
import { WRONG } from '../validate/support';

const ROOT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'standalone-'));
const file = join(folder, 'cdk8s-dapr.js');

beforeAll(() => {
  buildStandalone({ root: ROOT, file });
  writeFileSync(join(folder, 'a.yaml'), WRONG);
});
afterAll(() => rmSync(folder, { recursive: true }));

function standalone(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('one file validates, explains and knows its version, with nothing beside it', () => {
  expect(standalone('validate', 'a.yaml', '--format', 'github')).toMatchObject({ status: 1, stderr: '' });
  expect(standalone('explain', 'DAPR022')).toMatchObject({ status: 0, stderr: '' });
  expect(standalone('version').stdout).toBe(`${(require('../../package.json') as { version: string }).version}\n`);
});

test('it loads no more than it needs', () => {
  const code = readFileSync(file, 'utf8');
  expect(code).not.toMatch(/require\("(cdk8s|constructs|js-yaml)/);
  expect(
    [...new Set([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name))].filter((name) => !name.startsWith('node:')),
  ).toEqual([]);
});

test('the image holds that file, runs without rights, and what it needs is left in the build context', () => {
  const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
  const copied = [...dockerfile.matchAll(/^COPY (\S+) /gm)].map(([, path]) => path);
  expect(copied).toEqual(['lib/standalone/cdk8s-dapr.js', 'LICENSE']);
  expect(readFileSync(join(ROOT, 'tools/finish-build.ts'), 'utf8')).toContain("'lib/standalone/cdk8s-dapr.js'");
  const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
  copied.forEach((path) => expect(ignored).toContain(`!${path}`));
  expect(dockerfile).toMatch(/^USER nonroot$/m);
  expect(dockerfile).toMatch(/^ENTRYPOINT \["\/nodejs\/bin\/node", "\/opt\/cdk8s-dapr.js"\]$/m);
});

test('the hook of pre-commit calls what there is', () => {
  const [hook] = load(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string; entry: string; files: string }[];
  expect([hook.id, hook.entry]).toEqual(['cdk8s-dapr-validate', 'npx --yes cdk8s-dapr validate']);
  expect(['a/b.yaml', 'b.yml', 'c.json'].map((path) => new RegExp(hook.files).test(path))).toEqual([true, true, false]);
});
