/** Finds helm 3, or builds it. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../process';
import { CACHE, go, named } from './cache';

const VERSION = 'v3.22.0';
const ADVICE = `install Go, with which it is built in some minutes, or set HELM3 to the path of a helm 3 (https://helm.sh/docs/intro/install/)`;

/** The path of helm 3: of the variable HELM3, of the cache, or built with Go; throws with what to install where there is none. */
export function helm3(): string {
  const given = named('HELM3');
  if (given !== undefined) {
    return given;
  }
  const binary = join(CACHE, `helm-${VERSION}`);
  if (!existsSync(binary)) {
    build(binary);
  }
  return binary;
}

function build(binary: string): void {
  const command = go();
  if (command === undefined) {
    throw new Error(`there is no helm 3: ${ADVICE}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-helm3-'));
  try {
    run(command, ['install', `helm.sh/helm/v3/cmd/helm@${VERSION}`], { env: { GOBIN: folder } });
    mkdirSync(CACHE, { recursive: true });
    const draft = join(CACHE, `helm3-${process.pid}`);
    run('cp', [join(folder, 'helm'), draft]);
    renameSync(draft, binary);
  } catch (error) {
    throw new Error(`there is no helm 3, and it could not be built: ${ADVICE}\n${(error as Error).message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
