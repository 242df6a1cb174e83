import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/**
 * Runs a program as `cdk8s synth` does, and expects that it prints nothing.
 *
 * @param main its path
 * @param use takes the folder that it wrote, which is gone afterwards
 */
export function synthesized<T>(main: string, use: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'));
  try {
    const run = spawnSync(process.execPath, ['-r', 'tsx/cjs', main], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CDK8S_OUTDIR: outdir },
    });
    expect({ status: run.status, stdout: run.stdout, stderr: run.stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    return use(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
