import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { componentChecks } from './component-checks';
import { exampleChecks } from './example-checks';
import { ruleChecks } from '../rules';
import { serviceChecks } from './service-checks';
import { sidecarChecks } from './sidecar-checks';

/**
 * What an API server with Dapr's control plane must do with what the library writes: take all of it, and give each pod the sidecar that it
 * asks for, and refuse or pass over what the rules say. Runs no container; whatever is made is in namespaces that are removed.
 */
export async function admissionChecks(kube: Kube, tally: Tally): Promise<void> {
  await componentChecks(kube, tally);
  await exampleChecks(kube, tally);
  await sidecarChecks(kube, tally);
  await serviceChecks(kube, tally);
  await ruleChecks(kube, tally);
}
