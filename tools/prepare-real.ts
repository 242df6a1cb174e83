/**
 * Makes what the rings need, before they wait for it: Dapr's and Kubernetes' programs, kubectl and helm, into the cache; and, where this is
 * root on Debian, the packages of the servers. Says of each what came of it.
 *
 *     npm run prepare:real                 all of it; some fifteen minutes of two cores the first time, seconds afterwards
 *     npm run prepare:real -- daprd        what npm run test:daprd needs
 */
import { dapr } from './real/dapr';
import { daprChart } from './real/dapr-chart';
import { installMissing } from './real/debian';
import { helm } from './real/helm';
import { kubectl } from './real/kubectl';
import { coredns, etcd, kubernetes, pause } from './real/kubernetes';

type Step = readonly [title: string, make: () => unknown];

const DAPRD: readonly Step[] = [
  ['packages of Debian', installMissing],
  ...(['daprd', 'placement', 'scheduler', 'sentry'] as const).map((program): Step => [program, () => dapr(program)]),
];

const CLUSTER: readonly Step[] = [
  ...(['injector', 'operator'] as const).map((program): Step => [program, () => dapr(program)]),
  ['chart of Dapr', daprChart],
  ['etcd', etcd],
  ...(['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy'] as const).map((program): Step => [
    program,
    () => kubernetes(program),
  ]),
  ['CoreDNS', coredns],
  ['pause', pause],
  ['kubectl', kubectl],
  ['helm', helm],
];

function main(what: string | undefined): number {
  let failed = 0;
  for (const [title, make] of what === 'daprd' ? DAPRD : [...DAPRD, ...CLUSTER]) {
    const start = Date.now();
    try {
      make();
      console.log(`ready      ${title} (${Math.round((Date.now() - start) / 1000)} s)`);
    } catch (error) {
      failed++;
      console.log(`not ready  ${title}: ${(error as Error).message}`);
    }
  }
  return failed === 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2]);
