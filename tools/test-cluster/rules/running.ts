/** What becomes of sidecars that really run, beside an application that does nothing. */
import { PAUSE } from '../../real/cluster/containerd';
import { Kube } from '../../real/cluster/kube';
import { Manifest } from '../admission/objects';
import { podsOf } from '../admission/pods';
import { Expectation, Stage } from './experiment';

const PATIENCE_MS = 90_000;
const SIDECAR = 'daprd';

/** The application of trials whose example has none. */
export function application(appId: string): Manifest {
  const annotations = { 'dapr.io/enabled': 'true', 'dapr.io/app-id': appId };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: appId, annotations }, spec: { containers: [{ name: 'app', image: appId }] } };
}

/** The same workload with an image that nodes have, which does nothing for ever. */
function idle(object: Manifest): Manifest {
  const copy = structuredClone(object);
  for (const spec of specsOf(copy)) {
    spec.terminationGracePeriodSeconds = 0;
    spec.containers = spec.containers.map((container: Manifest) => ({ ...container, image: PAUSE, imagePullPolicy: 'IfNotPresent' }));
  }
  return copy;
}

function specsOf(object: Manifest): Manifest[] {
  return podsOf(object).map(({ spec }) => spec);
}

/** A Job whose program ends at once: what every node has of Dapr can do that. */
export async function ending(kube: Kube, object: Manifest): Promise<Manifest> {
  const { webhooks } = await kube.json(['get', 'mutatingwebhookconfiguration', 'dapr-sidecar-injector']);
  const { namespace } = webhooks[0].clientConfig.service;
  const { spec } = await kube.json(['get', 'deployment', '--namespace', namespace, 'dapr-sidecar-injector']);
  const { value: image } = spec.template.spec.containers[0].env.find(({ name }: Manifest) => name === 'SIDECAR_IMAGE');
  const copy = structuredClone(object);
  const [container] = copy.spec.template.spec.containers;
  Object.assign(container, { image, imagePullPolicy: 'IfNotPresent', command: ['/daprd', '--version'] });
  return copy;
}

async function apply({ kube, namespace }: Stage, objects: readonly Manifest[]): Promise<void> {
  // What the others refer to comes first: a sidecar asks once.
  const workloads = objects.filter((object) => specsOf(object).length > 0);
  const others = objects.filter((object) => !workloads.includes(object));
  for (const some of [others, workloads.map(idle)]) {
    if (some.length > 0) {
      await kube.apply(some, '--namespace', namespace);
    }
  }
}

interface Container {
  readonly pod: string;
  readonly ready: boolean;
  readonly restartCount: number;
  readonly state: Manifest;
  readonly lastState: Manifest;
}

/** The sidecars of a namespace, of one application or of all. */
async function sidecarsOf({ kube, namespace }: Stage, appId?: string): Promise<Container[]> {
  const selector = appId === undefined ? 'dapr.io/sidecar-injected=true' : `dapr.io/app-id=${appId}`;
  const { items } = await kube.json(['get', 'pods', '--namespace', namespace, '--selector', selector]);
  return items.flatMap(({ metadata, status }: Manifest) =>
    [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])]
      .filter(({ name }: Manifest) => name === SIDECAR)
      .map((container: Manifest) => ({ pod: metadata.name, ...container })),
  );
}

/** What a sidecar has printed, now or before it was started again. */
async function log({ kube, namespace }: Stage, { pod }: Container): Promise<string> {
  const args = ['logs', pod, '--namespace', namespace, '--container', SIDECAR];
  const [now, before] = [await kube.tryKubectl(args), await kube.tryKubectl([...args, '--previous'])];
  return `${before.status === 0 ? before.stdout : ''}${now.stdout}`;
}

async function ready(stage: Stage, appIds: readonly string[]): Promise<void> {
  for (const appId of appIds) {
    await untilSidecar(stage, appId, 'is ready', (all) => all.some((one) => one.ready) || undefined);
  }
}

/** The sidecar exits, and its log says why. */
async function exit(stage: Stage, appId: string, why: RegExp): Promise<void> {
  const dead = await untilSidecar(stage, appId, 'exits', (all) =>
    all.find((one) => (one.state.terminated ?? one.lastState.terminated)?.exitCode > 0),
  );
  const text = await log(stage, dead);
  if (!why.test(text)) {
    throw new Error(`expected ${why} in the log of ${appId}:\n${text.split('\n').slice(-10).join('\n')}`);
  }
}

async function untilSidecar<T>(stage: Stage, appId: string, what: string, ask: (all: Container[]) => T | undefined): Promise<T> {
  try {
    return await stage.kube.until(`the sidecar of ${appId} ${what}`, async () => ask(await sidecarsOf(stage, appId)), PATIENCE_MS);
  } catch (error) {
    const all = await sidecarsOf(stage, appId);
    const texts = await Promise.all(all.map((one) => log(stage, one)));
    const states = all.map(({ pod, state, lastState }) => `${pod} ${JSON.stringify({ state, lastState })}`);
    throw new Error([(error as Error).message, ...states, ...texts.map((text) => text.split('\n').slice(-8).join('\n'))].join('\n'));
  }
}

/** The app ids of the example's workloads, or of the application that is brought along. */
function appIdsOf(objects: readonly Manifest[]): string[] {
  return objects.flatMap(podsOf).flatMap(({ metadata }) => metadata.annotations?.['dapr.io/app-id'] ?? []);
}

/** Sidecars become ready beside the example. */
export function run(...brought: readonly string[]): Expectation {
  return {
    says: brought.length === 0 ? 'the sidecar becomes ready' : `the sidecar of ${brought.join(', ')} becomes ready`,
    async check(stage) {
      await apply(stage, [...stage.objects, ...brought.map(application)]);
      await ready(stage, brought.length === 0 ? appIdsOf(stage.objects) : brought);
    },
  };
}

/** Sidecars that start beside the example exit. */
export function exits(why: RegExp, ...brought: readonly string[]): Expectation {
  return {
    says: `daprd exits: \`${phrase(why)}\``,
    async check(stage) {
      await apply(stage, [...stage.objects, ...brought.map(application)]);
      for (const appId of brought.length === 0 ? appIdsOf(stage.objects) : brought) {
        await exit(stage, appId, why);
      }
    },
  };
}

/** Sidecars that are well exit as soon as the example is applied. */
export function takesDown(why: RegExp, ...running: readonly string[]): Expectation {
  return {
    says: `every sidecar of the namespace that runs exits within seconds: \`${phrase(why)}\``,
    async check(stage) {
      await apply(stage, running.map(application));
      await ready(stage, running);
      await apply(stage, stage.objects);
      await Promise.all(running.map((appId) => exit(stage, appId, why)));
    },
  };
}

/** The kubelet does not start the sidecar. */
export function waits(reason: string): Expectation {
  return {
    says: `the kubelet does not start the sidecar: \`${reason}\``,
    async check(stage) {
      await apply(stage, stage.objects);
      for (const appId of appIdsOf(stage.objects)) {
        await untilSidecar(
          stage,
          appId,
          `waits with ${reason}`,
          (all) => all.some((one) => one.state.waiting?.reason === reason) || undefined,
        );
      }
    },
  };
}

/** A Job whose program has ended at once. */
export function job(completes: boolean): Expectation {
  return {
    says: completes
      ? 'the Job completes when its program has ended'
      : 'the program has ended, its sidecar runs on, and the Job does not complete',
    async check(stage) {
      const { kube, namespace, objects } = stage;
      const [object] = objects;
      await kube.apply([await ending(kube, object)], '--namespace', namespace);
      const read = (): Promise<Manifest> => kube.json(['get', 'job', object.metadata.name, '--namespace', namespace]);
      if (completes) {
        await kube.until('the end of the Job', async () => ((await read()).status?.succeeded === 1 ? true : undefined), PATIENCE_MS);
        return;
      }
      await ready(stage, appIdsOf(objects));
      await kube.until('the end of the program', async () => {
        const { items } = await kube.json(['get', 'pods', '--namespace', namespace]);
        return (
          items.some(({ status }: Manifest) =>
            status.containerStatuses?.some(({ name, state }: Manifest) => name === 'app' && state.terminated?.exitCode === 0),
          ) || undefined
        );
      });
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const { status } = await read();
      if (status.succeeded !== undefined || status.active !== 1) {
        throw new Error(`expected a Job that is active, got ${JSON.stringify(status)}`);
      }
    },
  };
}

function phrase({ source }: RegExp): string {
  return source.replaceAll('\\', '').replaceAll('.*', '…');
}
