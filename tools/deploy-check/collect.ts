/** Writes down what a cluster knows of a failure. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kubectl } from './kubectl';

/** Writes events, descriptions and logs of these namespaces into the folder. What cannot be had says why in its file. */
export async function collect(kubectl: Kubectl, namespaces: readonly string[], folder: string): Promise<void> {
  const write = async (path: string[], args: readonly string[]): Promise<void> => {
    const file = join(folder, ...path);
    mkdirSync(join(file, '..'), { recursive: true });
    const { stdout, stderr } = await kubectl.tryRun(args);
    writeFileSync(file, `${stdout}${stderr}`);
  };
  await write(['nodes.txt'], ['describe', 'nodes']);
  await write(['pods.txt'], ['get', 'pods', '--all-namespaces', '--output=wide']);
  for (const namespace of namespaces) {
    const place = `--namespace=${namespace}`;
    await write([namespace, 'events.txt'], ['get', 'events', place, '--sort-by=.lastTimestamp']);
    await write([namespace, 'pods-described.txt'], ['describe', 'pods', place]);
    await write([namespace, 'workloads.txt'], ['describe', 'deployments,replicasets,services', place]);
    await write(
      [namespace, 'dapr.yaml'],
      ['get', 'components,configurations,subscriptions,resiliencies', place, '--output=yaml', '--ignore-not-found'],
    );
    for (const { pod, container, restarted } of await containers(kubectl, namespace)) {
      const args = ['logs', place, pod, `--container=${container}`, '--timestamps'];
      await write([namespace, 'logs', `${pod}.${container}.log`], args);
      if (restarted) {
        await write([namespace, 'logs', `${pod}.${container}.before.log`], [...args, '--previous']);
      }
    }
  }
}

async function containers(kubectl: Kubectl, namespace: string): Promise<{ pod: string; container: string; restarted: boolean }[]> {
  const { status, stdout } = await kubectl.tryRun(['get', 'pods', `--namespace=${namespace}`, '--output=json']);
  const items = status === 0 && stdout !== '' ? (JSON.parse(stdout).items as Pod[]) : [];
  return items.flatMap(({ metadata, status: { containerStatuses = [] } }) =>
    containerStatuses.map(({ name, restartCount }) => ({ pod: metadata.name, container: name, restarted: restartCount > 0 })),
  );
}

interface Pod {
  readonly metadata: { readonly name: string };
  readonly status: { readonly containerStatuses?: readonly { readonly name: string; readonly restartCount: number }[] };
}
