import { Proof } from '../../../test/support/proof';
import { Kube } from '../../real/cluster/kube';
import { Tally } from '../../tally';
import { API_SERVER } from './api-server';
import { CLUSTER } from './cluster';
import { proofOf } from './experiment';
import { INJECTOR, INJECTOR_WITH_COMPONENTS } from './injector';
import { OPERATOR } from './operator';
import { dryRules, realRules } from './rule-checks';

/** What a cluster shows of the rules, for the page of proofs. */
export const PROOFS: readonly Proof[] = [...API_SERVER, ...INJECTOR, ...INJECTOR_WITH_COMPONENTS, ...OPERATOR, ...CLUSTER].map(proofOf);

/** The rules that need no container. */
export async function ruleChecks(kube: Kube, tally: Tally): Promise<void> {
  await dryRules(kube, tally, [...API_SERVER, ...INJECTOR]);
  await realRules(kube, tally, [...INJECTOR_WITH_COMPONENTS, ...OPERATOR]);
}

/** The rules that need a kubelet: their sidecars really run. */
export async function clusterRules(kube: Kube, tally: Tally): Promise<void> {
  await realRules(kube, tally, CLUSTER);
}
