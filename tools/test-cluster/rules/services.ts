/** What the operator makes of workloads: the Service by which applications find each other. */
import { Kube } from '../../real/cluster/kube';
import { Manifest } from '../admission/objects';
import { Expectation, Stage } from './experiment';

/** Of a Service, what workloads have a say in. */
export interface Service {
  readonly selector?: { readonly [label: string]: string };
  readonly ports?: { readonly [name: string]: number };
  readonly annotations?: { readonly [name: string]: string };
}

const LAST = 'last-of-all';

/** Applies the example; its workloads make no pods, because it is not they that are looked at. */
async function apply({ kube, namespace, objects }: Stage): Promise<void> {
  const limits = { limits: [{ type: 'Pod', max: { cpu: '1m' } }] };
  const noPods = { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'no-pods', namespace }, spec: limits };
  const isPod = ({ kind }: Manifest): boolean => kind === 'Pod';
  const all = [...objects.filter(isPod), noPods, ...objects.filter((object) => !isPod(object))];
  await kube.apply(all, '--namespace', namespace);
}

/** The Services of Dapr in a namespace, when the operator has seen all that was applied before. */
async function services({ kube, namespace }: Stage): Promise<Manifest[]> {
  const last = `${LAST}-${Date.now()}`;
  await kube.apply([workload(last)], '--namespace', namespace);
  return kube.until('the Service of a Deployment that was applied last', async () => {
    const all = await daprServices(kube, namespace);
    return all.some(({ metadata }) => metadata.name === `${last}-dapr`)
      ? all.filter(({ metadata }) => !metadata.name.startsWith(LAST))
      : undefined;
  });
}

async function daprServices(kube: Kube, namespace: string): Promise<Manifest[]> {
  const { items } = await kube.json(['get', 'services', '--namespace', namespace, '--selector', 'dapr.io/enabled=true']);
  return items;
}

function workload(name: string): Manifest {
  const annotations = { 'dapr.io/enabled': 'true', 'dapr.io/app-id': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name }, annotations }, spec: { containers: [{ name: 'app', image: name }] } },
    },
  };
}

function facts({ metadata, spec }: Manifest, { selector, ports, annotations }: Service): Service {
  return {
    ...(selector === undefined ? {} : { selector: spec.selector ?? {} }),
    ...(ports === undefined
      ? {}
      : {
          ports: Object.fromEntries(spec.ports.map(({ name, port }: Manifest) => [name, port]).filter(([name]: string[]) => name in ports)),
        }),
    ...(annotations === undefined ? {} : { annotations: metadata.annotations }),
  };
}

/** The operator makes these Services, and no others. */
export function makesServices(says: string, expected: { readonly [name: string]: Service }): Expectation {
  return {
    says,
    async check(stage) {
      await apply(stage);
      const found = await services(stage);
      const shown = found.map((service) => [service.metadata.name, facts(service, expected[service.metadata.name] ?? {})]);
      expectEqual(Object.fromEntries(shown), expected);
    },
  };
}

/** Two workloads have one Service, which belongs to the one that was changed last. */
export function fightForService(name: string, selectors: { readonly [deployment: string]: object }): Expectation {
  return {
    says: 'makes one Service for both: that of the one which it looked at last',
    async check(stage) {
      await apply(stage);
      const { kube, namespace } = stage;
      for (const [deployment, selector] of [...Object.entries(selectors), ...Object.entries(selectors)]) {
        await kube.kubectl(['annotate', 'deployment', deployment, '--namespace', namespace, '--overwrite', `touched=${Date.now()}`]);
        await kube.until(`the Service ${name} of ${deployment}`, async () => {
          const all = await daprServices(kube, namespace);
          const [service] = all.filter(({ metadata }) => metadata.name === name);
          return JSON.stringify(service?.spec.selector) === JSON.stringify(selector) ? true : undefined;
        });
      }
    },
  };
}

/** Compares by what is written, whatever the order of the keys. */
function expectEqual(found: unknown, expected: unknown): void {
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, part) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    );
  if (text(found) !== text(expected)) {
    throw new Error(`expected ${text(expected)}, got ${text(found)}`);
  }
}
