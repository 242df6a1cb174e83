import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { componentChecks } from './component-checks';
import { defineForeignKinds } from './foreign-definitions';
import { exampleChecks } from './example-checks';
import { ruleChecks } from '../rules';
import { serviceChecks } from './service-checks';
import { sidecarChecks } from './sidecar-checks';

export interface AdmissionOptions {
  /** Whether the cluster is ours, so that it may be given the kinds of Argo CD, cert-manager and Flux. */
  readonly own: boolean;
}

/**
 * What an API server with Dapr's control plane must do with what the library writes: take all of it, and give each pod the sidecar that it
 * asks for, and refuse or pass over what the rules say. Runs no container; whatever is made is in namespaces that are removed.
 */
export async function admissionChecks(kube: Kube, tally: Tally, { own }: AdmissionOptions = { own: false }): Promise<void> {
  await componentChecks(kube, tally);
  const missing = own ? await defineForeignKinds(kube) : ['the kinds of other projects are only defined in a cluster of our own'];
  missing.forEach((reason) => console.log(`           ${reason}`));
  await exampleChecks(kube, tally);
  await sidecarChecks(kube, tally);
  await serviceChecks(kube, tally);
  await ruleChecks(kube, tally);
}
