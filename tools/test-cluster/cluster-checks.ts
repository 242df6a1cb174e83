/** What must hold before anything else is tried on the real cluster: Dapr runs, and gives a workload a sidecar that runs too. */
import { KUBERNETES } from '../real/kubernetes';
import { Cluster } from '../real/cluster';
import { PAUSE } from '../real/cluster/containerd';
import { NODE } from '../real/cluster/node';
import { DAPR } from '../real/dapr';
import { Tally } from '../tally';

const SERVICES = ['dapr-operator', 'dapr-placement-server', 'dapr-scheduler-server', 'dapr-sentry', 'dapr-sidecar-injector'];

export async function clusterChecks(cluster: Cluster, namespace: string, tally: Tally): Promise<void> {
  await tally.checkLater(`the node takes Pods, and is of Kubernetes ${KUBERNETES}`, async () => {
    const { status } = await cluster.json(['get', 'node', NODE]);
    const ready = status.conditions.find(({ type }: any) => type === 'Ready').status;
    expectEqual(`${ready}, ${status.nodeInfo.kubeletVersion}`, `True, v${KUBERNETES}`);
  });
  await tally.checkLater(`all services of Dapr ${DAPR} are ready`, async () => {
    const { items } = await cluster.json(['get', 'pods', '--namespace', namespace]);
    const running = items.filter(({ metadata, status }: any) => metadata.deletionTimestamp === undefined && status.phase === 'Running');
    const ready = running.filter(({ status }: any) => status.containerStatuses.every((one: any) => one.ready));
    const services = new Set<string>(ready.map(({ metadata }: any) => metadata.labels.app));
    expectEqual([...services].sort().join(', '), SERVICES.join(', '));
  });
  await sidecarCheck(cluster, tally);
}

async function sidecarCheck(cluster: Cluster, tally: Tally): Promise<void> {
  const title = 'a Deployment of two gets two sidecars, which have loaded their component and found placement and scheduler';
  await tally.checkLater(title, async () => {
    await cluster.kubectl(['create', 'namespace', 'first']);
    try {
      await cluster.apply(objects(), '--namespace=first');
      await cluster.kubectl(['rollout', 'status', 'deployment/greeter', '--namespace=first', '--timeout=60s']);
      const { items } = await cluster.json(['get', 'pods', '--namespace=first', '--selector=app=greeter']);
      for (const { metadata, status } of items) {
        expectEqual(
          status.containerStatuses
            .map(({ name, ready }: any) => `${name} ${ready}`)
            .sort()
            .join(', '),
          'app true, daprd true',
        );
        const path = `/api/v1/namespaces/first/pods/${metadata.name}:3501/proxy/v1.0/metadata`;
        const found = await cluster.until(
          `placement and scheduler of ${metadata.name}`,
          async () => {
            const answer = JSON.parse(await cluster.kubectl(['get', `--raw=${path}`]));
            return answer.actorRuntime?.placement?.startsWith('placement: connected') && answer.scheduler !== undefined
              ? answer
              : undefined;
          },
          30_000,
        );
        expectEqual(
          `${found.id} ${found.runtimeVersion} ${found.components.map(({ name }: any) => name).sort()}`,
          `greeter ${DAPR} kubernetes,state`,
        );
      }
      return `${items.length} Pods`;
    } finally {
      await cluster.kubectl(['delete', 'namespace', 'first', '--timeout=90s']);
    }
  });
}

function objects(): object[] {
  const labels = { app: 'greeter' };
  const annotations = { 'dapr.io/enabled': 'true', 'dapr.io/app-id': 'greeter' };
  return [
    {
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'state' },
      spec: { type: 'state.in-memory', version: 'v1', metadata: [{ name: 'actorStateStore', value: 'true' }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'greeter' },
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels, annotations },
          spec: { terminationGracePeriodSeconds: 1, containers: [{ name: 'app', image: PAUSE }] },
        },
      },
    },
  ];
}

function expectEqual(got: string, expected: string): void {
  if (got !== expected) {
    throw new Error(`got '${got}', expected '${expected}'`);
  }
}
