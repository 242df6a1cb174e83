import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** The code blocks of a page, in order. */
export function blocks(page: string, language: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((match) => match[1]);
}

/** Runs a program as it stands, with types checked, and gives what it prints. */
export function run(program: string): string {
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
