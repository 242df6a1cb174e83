/**
 * Tries what we write on a real cluster with the real control plane of Dapr, which it brings up for that and takes down again.
 *
 *     npm run test:cluster                   needs root, and containerd, runc, iptables and CNI plugins
 *     npm run test:cluster -- --api-only     needs neither: no Pod runs
 *     npm run test:cluster -- --what-can-run the first where it can, else the second
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { lacking } from './real/cluster/needs';
import { startApiOnly } from './real/cluster/api-only';
import { Cluster, startCluster } from './real/cluster';
import { leftovers, tracesOf } from './real/cluster/leftovers';
import { Kube } from './real/cluster/kube';
import { Processes } from './real/processes';
import { beginAccount, endAccount } from './real/started';
import { Tally } from './tally';
import { admissionChecks } from './test-cluster/admission';
import { clusterChecks } from './test-cluster/cluster-checks';
import { testClusterOptions } from './test-cluster/options';
import { rollOutChecks } from './test-cluster/deploy';
import { clusterRules } from './test-cluster/rules';

async function main(words: readonly string[]): Promise<number> {
  const options = testClusterOptions(words);
  const { minutes } = options;
  const lacks = options.apiOnly ? [] : lacking();
  const apiOnly = options.apiOnly || (options.whatCanRun && lacks.length > 0);
  if (lacks.length > 0 && apiOnly) {
    console.log(`No containers run here, so that only what an API server can show is tried: ${lacks.join('; ')}.`);
  } else if (lacks.length > 0) {
    console.error(
      `No cluster can run here: ${lacks.join('; ')}.\nWithout containers, npm run test:cluster -- --api-only tries what it can.`,
    );
    console.log('0 passed, 1 failed');
    return 2;
  }
  const tally = new Tally();
  // All temporary folders of the run lie in this one.
  const run = new Processes();
  process.env.TMPDIR = run.folder;
  beginAccount();
  const late = setTimeout(() => end(tally, minutes), minutes * 60_000);
  try {
    await (apiOnly ? testApiOnly(tally) : testCluster(tally));
    const { started, left } = endAccount();
    console.log(`started: ${started}`);
    tally.check('all that was started has ended', () => nothing(left));
  } finally {
    clearTimeout(late);
    await run.stop();
  }
  console.log(tally.totals);
  return tally.ok ? 0 : 1;
}

/** Ends this process in the way in which it takes all down that it started. */
function end(tally: Tally, minutes: number): void {
  tally.check('the run comes to its end', () => {
    throw new Error(`it took more than ${minutes} minutes`);
  });
  console.log(tally.totals);
  process.kill(process.pid, 'SIGTERM');
}

async function testApiOnly(tally: Tally): Promise<void> {
  const processes = new Processes();
  try {
    const clock = stopwatch();
    let kube: Kube | undefined;
    await tally.checkLater('an API server with the operator, injector and sentry of Dapr comes up', async () => {
      kube = (await startApiOnly(processes)).api;
      return clock();
    });
    if (kube !== undefined) {
      await admissionChecks(kube, tally, { own: true });
    }
  } finally {
    await processes.stop();
  }
}

async function testCluster(tally: Tally): Promise<void> {
  let cluster: Cluster | undefined;
  const clock = stopwatch();
  await tally.checkLater('a cluster comes up, in namespaces of its own', async () => {
    cluster = await startCluster();
    return clock();
  });
  if (cluster === undefined) {
    return;
  }
  const traces = tracesOf(cluster);
  try {
    await testDapr(cluster, tally);
  } finally {
    await cluster.stop();
  }
  await tally.checkLater('of the cluster nothing is left', async () => {
    const end = Date.now() + 5_000;
    while (leftovers(traces).length > 0 && Date.now() < end) {
      await sleep(100);
    }
    nothing(leftovers(traces));
  });
}

async function testDapr(cluster: Cluster, tally: Tally): Promise<void> {
  const clock = stopwatch();
  let namespace = '';
  const installed = await tally.checkLater('the commands of a ControlPlane install Dapr, and all of it becomes ready', async () => {
    try {
      ({ namespace } = await cluster.installDapr({ props: { scheduler: { inMemoryStorage: true } } }));
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${await state(cluster)}`);
    }
    return clock();
  });
  if (installed) {
    await clusterChecks(cluster, namespace, tally);
    await rollOutChecks(cluster, tally);
    await clusterRules(cluster, tally);
    await admissionChecks(cluster, tally, { own: true });
  }
}

/** What there is to see where something does not come up. */
async function state(kube: Kube): Promise<string> {
  const pods = await kube.tryKubectl(['get', 'pods', '--all-namespaces', '--output=wide']);
  const events = await kube.tryKubectl(['get', 'events', '--all-namespaces', '--field-selector=type=Warning', '--sort-by=.lastTimestamp']);
  return `${pods.stdout}${events.stdout}`;
}

function nothing(found: readonly string[]): void {
  if (found.length > 0) {
    throw new Error(`left: ${found.join('\n')}`);
  }
}

function stopwatch(): () => string {
  const begun = Date.now();
  return () => `${((Date.now() - begun) / 1000).toFixed(1)} seconds`;
}

main(process.argv.slice(2)).then(
  (status) => (process.exitCode = status),
  (error: Error) => {
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exitCode = 2;
  },
);
