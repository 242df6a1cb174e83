import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { synthesized } from '../support/program';
import { expectValid } from '../support/schemas';
import { pyYaml } from '../support/yaml';

const ROOT = join(__dirname, '../..');
const EXAMPLES = readdirSync(join(ROOT, 'examples')).filter((name) => existsSync(join(ROOT, 'examples', name, 'main.ts')));

/** The manifests of an example, by file name. */
function synthesize(example: string): Map<string, string> {
  const folder = join(ROOT, 'examples', example);
  return synthesized(join(folder, 'main.ts'), (outdir) => {
    if (process.env.UPDATE_EXPECTED) {
      rmSync(join(folder, 'expected'), { recursive: true, force: true });
      cpSync(outdir, join(folder, 'expected'), { recursive: true });
    }
    return read(outdir);
  });
}

function read(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

test('there is a program in each example that the README names', () => {
  const named = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/\]\((examples\/[a-z/-]+)\)/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !readdirSync(join(ROOT, path), { recursive: true }).some((file) => String(file).endsWith('.ts')))).toEqual(
    [],
  );
});

describe.each(EXAMPLES)('the example %s', (example) => {
  const manifests = synthesize(example);

  test('writes the manifests that its folder shows, and prints nothing', () => {
    expect(Object.fromEntries(manifests)).toEqual(Object.fromEntries(read(join(ROOT, 'examples', example, 'expected'))));
  });

  test('writes valid objects only', () => {
    for (const text of manifests.values()) {
      const objects = loadAll(text);
      expect(objects.length).toBeGreaterThan(1);
      objects.forEach((object) => expectValid(object));
    }
  });

  test('reads the same with every reader of YAML 1.1', () => {
    for (const text of manifests.values()) {
      expect(parseAllDocuments(text, { version: '1.1' }).map((document) => (document as any).toJS())).toEqual(loadAll(text));
    }
  });

  test('has a README and a cdk8s.yaml', () => {
    expect(readFileSync(join(ROOT, 'examples', example, 'README.md'), 'utf8')).toMatch(/^# /);
    expect(readFileSync(join(ROOT, 'examples', example, 'cdk8s.yaml'), 'utf8')).toContain('app: node -r tsx/cjs main.ts');
  });
});

test('PyYAML reads every example as it was written, where there is PyYAML', () => {
  const { read: readAll, reason } = pyYaml();
  if (readAll === undefined) {
    console.log(`not compared with PyYAML: ${reason}`);
    return;
  }
  const texts = EXAMPLES.flatMap((example) => [...read(join(ROOT, 'examples', example, 'expected')).values()]);
  expect(texts.length).toBeGreaterThan(18);
  expect(readAll(texts)).toEqual(texts.map((text) => ({ documents: loadAll(text) })));
}, 60_000);

test('plain `cdk8s synth` works in the root of the repository', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'));
  try {
    const run = spawnSync(
      process.execPath,
      [join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', '--output', outdir, '--check-upgrade=false'],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    expect(read(outdir)).toEqual(read(join(ROOT, 'examples/order-processing/expected')));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}, 60_000);
