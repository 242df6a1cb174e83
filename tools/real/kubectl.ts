/** Finds kubectl, which has kustomize built in. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { has } from '../process';
import { CACHE } from './cache';

/** The path of kubectl: of the variable KUBECTL, of PATH, or of the cache; throws with what to install where there is none. */
export function kubectl(): string {
  const candidates = process.env.KUBECTL === undefined ? ['kubectl', join(CACHE, 'kubectl-npm')] : [process.env.KUBECTL];
  const found = candidates.find((path) => (path === 'kubectl' || existsSync(path)) && has(path, 'version', '--client'));
  if (found === undefined) {
    throw new Error(
      `there is no kubectl among ${candidates.join(', ')}: install it (https://kubernetes.io/docs/tasks/tools/), or set KUBECTL to one that you have`,
    );
  }
  return found;
}
