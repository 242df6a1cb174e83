/** The deploy check, in the cluster that is there. */
import { deployCheck } from '../deploy-check/deploy-check';
import { parse } from '../deploy-check/options';
import { RealRunner } from '../deploy-check/runner';
import { Cluster } from '../real/cluster';
import { CONTEXT } from '../real/cluster/kubeconfig';
import { Tally } from '../tally';

/** Rolls the order-processing example out, uses, upgrades and removes it, with images of this machine's programs. */
export async function rollOutChecks(cluster: Cluster, tally: Tally): Promise<void> {
  // Whatever looks for a cluster in the environment must not find another one.
  process.env.KUBECONFIG = cluster.kubeconfig;
  // This run has its own way to end all: with the cluster all is gone.
  const runner = new RealRunner(new AbortController().signal);
  const options = parse(['--context', CONTEXT, '--load', cluster.loadCommand.join(' ')])!;
  await deployCheck(options, { runner, cleaner: runner, tally, say: (line) => console.log(line) });
}
