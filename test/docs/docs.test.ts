import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The code blocks of a page, in order. */
function blocks(page: string, language: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => match[1]);
}

/** Runs a program as it stands, with types checked, and gives what it prints. */
function run(program: string): string {
  const folder = mkdtempSync(join(ROOT, 'test', 'docs', 'run-'));
  try {
    writeFileSync(join(folder, 'main.ts'), program);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../../tsconfig.json',
        compilerOptions: { noUnusedLocals: false, paths: { 'cdk8s-dapr': ['../../../src/index.ts'] } },
        include: ['.'],
      }),
    );
    const types = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    expect(types.stdout).toBe('');
    const out = spawnSync(process.execPath, ['-r', 'tsx/cjs', join(folder, 'main.ts')], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_OUTDIR: join(folder, 'dist') },
    });
    expect(out.stderr).toBe('');
    return out.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the README's first program writes what the README shows", () => {
  const [program, ...others] = blocks('README.md', 'ts');
  expect(others).toEqual([]);
  const written = run(`${program}\nprocess.stdout.write(app.synthYaml());\n`);
  const shown = blocks('README.md', 'yaml');
  expect(shown).toHaveLength(2);
  shown.forEach((part) => expect(written).toContain(part));
}, 60_000);

test("the README's mistakes give the messages that it shows", () => {
  const [program] = blocks('README.md', 'ts');
  const wrong = program
    .replace("redisHost: 'redis:6379',", "redisHosts: 'redis:6379', redisType: 'cluste',")
    .replace(
      /new dapr\.state\.Redis\(chart, 'statestore', (\{[\s\S]*?\})\);/,
      "try { new dapr.state.Redis(chart, 'statestore', $1 as any); } catch (e) { console.log((e as Error).message); }",
    );
  expect(run(wrong)).toBe(blocks('README.md', 'text')[0]);
}, 60_000);

test('the code of the guide is one program that compiles and runs', () => {
  const pieces = blocks('docs/guide.md', 'ts');
  expect(pieces.length).toBeGreaterThan(8);
  const yaml = run(`${pieces.join('\n')}\nprocess.stdout.write(app.synthYaml());\n`);
  expect(yaml).toContain('type: state.ledger');
}, 60_000);
