import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const ROOT = join(__dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/control-plane.md'), 'utf8');

function blocks(language: string): string[] {
  return [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text);
}

/** Compiles and runs the page's code as one program, as its user would; gives what it prints. */
function run(): string {
  const folder = mkdtempSync(join(ROOT, 'test', 'docs', 'run-'));
  try {
    writeFileSync(join(folder, 'main.ts'), `${blocks('ts').join('\n')}\napp.synth();\n`);
    const paths = { 'cdk8s-dapr': ['../../../src/index.ts'] };
    const config = { extends: '../../../tsconfig.json', compilerOptions: { noUnusedLocals: false, paths }, include: ['.'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
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

test('the code of the page is one program, which prints what the page shows', () => {
  expect(blocks('ts').length).toBeGreaterThan(8);
  expect(run()).toBe(blocks('text').join(''));
}, 60_000);

test('the table of the preset names each of its options', () => {
  const preset = readFileSync(join(ROOT, 'src/control-plane/production.ts'), 'utf8');
  const table = preset.slice(preset.indexOf('const choices'));
  const options = [...table.matchAll(/^ {2}'?([\w.]+)'?: /gm)].map(([, option]) => option);
  expect(options.length).toBeGreaterThan(12);
  const named = (option: string): boolean => PAGE.includes(`\`${option}\``) || PAGE.includes(`\`${option.split('.')[1]}\``);
  expect(options.filter((option) => !named(option))).toEqual([]);
});

test('the table of what Dapr writes itself names what the Application leaves alone', () => {
  const example = readFileSync(join(ROOT, 'examples/control-plane/argo-cd/expected/dapr-system.k8s.yaml'), 'utf8');
  const ignored = (load(example) as any).spec.ignoreDifferences;
  expect(ignored.map(({ kind, name }: any) => PAGE.includes(`| ${kind} \`${name}\` |`))).toEqual([true, true, true, true]);
});
