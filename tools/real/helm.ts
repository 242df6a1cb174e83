/** Finds helm, or takes it from an npm package that carries one. */
import { has } from '../process';
import { named } from './cache';
import { fromKubectlLayer } from './kubectl-layer';

const ADVICE = 'install helm 3.14 or later (https://helm.sh/docs/intro/install/), or set HELM to one that you have';

/** The path of helm: of the variable HELM, of PATH, or of the cache; throws with what to install where there is none. */
export function helm(): string {
  const given = named('HELM');
  if (given !== undefined) {
    return given;
  }
  if (has('helm', 'version')) {
    return 'helm';
  }
  const binary = fromKubectlLayer('helm', ADVICE);
  if (!has(binary, 'version')) {
    throw new Error(`${binary} does not run here: ${ADVICE}`);
  }
  return binary;
}
