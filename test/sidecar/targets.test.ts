import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Include, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as plus27 from 'cdk8s-plus-27';
import { KubeDeployment } from 'cdk8s-plus-27/lib/imports/k8s';
import * as plus34 from 'cdk8s-plus-34';
import { Construct, IConstruct } from 'constructs';
import { Sidecar } from '../../src/sidecar';
import { expectValid } from '../support/schemas';
import { deployment, messageOf, podAnnotations, shop } from './support';

const INJECTED = { 'dapr.io/app-id': 'orders', 'dapr.io/app-port': '5001', 'dapr.io/enabled': 'true' };
const NATIVE = { 'dapr.io/enable-native-sidecar': 'true' };
const TOKENLESS = { 'dapr.io/disable-builtin-k8s-secret-store': 'true' };
const OPTIONS = { appId: 'orders', appPort: 5001 };

const POD = {
  metadata: { labels: { app: 'orders' } },
  spec: { restartPolicy: 'Always', containers: [{ name: 'app', image: 'orders:1.0.0' }] },
};
const ENDING = { ...POD, spec: { ...POD.spec, restartPolicy: 'Never' } };
const SELECTOR = { matchLabels: { app: 'orders' } };

describe.each([
  ['apps/v1', 'Deployment', { spec: { selector: SELECTOR, template: POD } }, {}],
  ['apps/v1', 'StatefulSet', { spec: { selector: SELECTOR, serviceName: 'orders', template: POD } }, {}],
  ['apps/v1', 'DaemonSet', { spec: { selector: SELECTOR, template: POD } }, {}],
  ['apps/v1', 'ReplicaSet', { spec: { selector: SELECTOR, template: POD } }, {}],
  ['batch/v1', 'Job', { spec: { template: ENDING } }, NATIVE],
  ['batch/v1', 'CronJob', { spec: { schedule: '* * * * *', jobTemplate: { spec: { template: ENDING } } } }, NATIVE],
  ['v1', 'Pod', { spec: POD.spec }, {}],
  ['argoproj.io/v1alpha1', 'Rollout', { spec: { selector: SELECTOR, template: POD } }, {}],
])('a plain object %s %s', (apiVersion, kind, body, more) => {
  test('gets the annotations on its pods, and is valid', () => {
    const chart = shop();
    Sidecar.inject(new ApiObject(chart, 'orders', { apiVersion, kind, metadata: { name: 'orders' }, ...body }), OPTIONS);
    const [manifest] = Testing.synth(chart);
    expect(podAnnotations(chart)).toEqual({ ...INJECTED, ...more });
    // Kubernetes does not know a Rollout.
    if (kind !== 'Rollout') {
      expectValid(manifest);
    }
  });

  test('stays as it was otherwise', () => {
    const [before, after] = [shop(), shop()].map((chart, i) => {
      const object = new ApiObject(chart, 'orders', { apiVersion, kind, metadata: { name: 'orders' }, ...body });
      if (i === 1) {
        Sidecar.inject(object, OPTIONS);
      }
      return Testing.synth(chart);
    });
    const bare = JSON.parse(JSON.stringify(after, (key, value) => (key === 'annotations' ? undefined : value)));
    expect(bare).toEqual(before);
  });
});

interface PlusCase {
  readonly title: string;
  readonly add: (chart: Chart) => IConstruct;
  readonly more: object;
}

const CONTAINERS = { containers: [{ image: 'orders:1.0.0', portNumber: 5001 }], metadata: { name: 'orders' } };
const PLUS: PlusCase[] = [[plus27, 'cdk8s-plus-27'] as const, [plus34 as unknown as typeof plus27, 'cdk8s-plus-34'] as const].flatMap(
  ([kplus, name]) => [
    { title: `Deployment of ${name}`, add: (chart: Chart) => new kplus.Deployment(chart, 'x', CONTAINERS), more: {} },
    { title: `StatefulSet of ${name}`, add: (chart: Chart) => new kplus.StatefulSet(chart, 'x', CONTAINERS), more: {} },
    { title: `DaemonSet of ${name}`, add: (chart: Chart) => new kplus.DaemonSet(chart, 'x', CONTAINERS), more: {} },
    { title: `Job of ${name}`, add: (chart: Chart) => new kplus.Job(chart, 'x', CONTAINERS), more: NATIVE },
    {
      title: `CronJob of ${name}`,
      add: (chart: Chart) => new kplus.CronJob(chart, 'x', { ...CONTAINERS, schedule: cron() }),
      more: NATIVE,
    },
    { title: `Pod of ${name}`, add: (chart: Chart) => new kplus.Pod(chart, 'x', CONTAINERS), more: {} },
  ],
);

function cron(): never {
  return { expressionString: '* * * * *' } as never;
}

describe.each(PLUS)('a $title', ({ add, more }) => {
  test('gets the annotations, and no built-in secret store, because it mounts no token', () => {
    const chart = shop();
    Sidecar.inject(add(chart), { appPort: 5001 });
    const manifest = Testing.synth(chart).find((one) => one.kind !== 'Service');
    expect(podAnnotations(chart)).toEqual({ ...INJECTED, ...TOKENLESS, ...more });
    expectValid(manifest);
  });
});

test('a workload of cdk8s-plus that mounts the token keeps the built-in secret store', () => {
  const chart = shop();
  Sidecar.inject(new plus27.Deployment(chart, 'x', { ...CONTAINERS, automountServiceAccountToken: true }), { appPort: 5001 });
  expect(podAnnotations(chart)).toEqual(INJECTED);
});

test('a workload of cdk8s-plus keeps the annotations that it has, and those that it gets later', () => {
  const chart = shop();
  const workload = new plus27.Deployment(chart, 'x', {
    ...CONTAINERS,
    podMetadata: { annotations: { before: '1' } },
    automountServiceAccountToken: true,
  });
  Sidecar.inject(workload, { appPort: 5001 });
  workload.podMetadata.addAnnotation('after', '2');
  expect(podAnnotations(chart)).toEqual({ ...INJECTED, before: '1', after: '2' });
});

test('a workload of cdk8s-plus may get its containers later', () => {
  const chart = shop();
  const workload = new plus27.Deployment(chart, 'x', { metadata: { name: 'orders' }, automountServiceAccountToken: true });
  Sidecar.inject(workload, { appPort: 5001 });
  workload.addContainer({ image: 'orders:1.0.0' });
  expect(podAnnotations(chart)).toEqual(INJECTED);
});

test('an imported class gets the annotations', () => {
  const chart = shop();
  const workload = new KubeDeployment(chart, 'x', { metadata: { name: 'orders' }, spec: { selector: SELECTOR, template: POD } });
  Sidecar.inject(workload, { appPort: 5001 });
  expect(podAnnotations(chart)).toEqual(INJECTED);
});

test('a plain object without a token gets no built-in secret store', () => {
  const chart = shop();
  const template = { ...POD, spec: { ...POD.spec, automountServiceAccountToken: false } };
  Sidecar.inject(deployment(chart, { template }), { appPort: 5001 });
  expect(podAnnotations(chart)).toEqual({ ...INJECTED, ...TOKENLESS });
});

test('a sidecar that mounts a token of its own keeps the built-in secret store', () => {
  const chart = shop();
  const template = { ...POD, spec: { ...POD.spec, automountServiceAccountToken: false } };
  Sidecar.inject(deployment(chart, { template }), {
    appPort: 5001,
    volumeMounts: { token: '/var/run/secrets/kubernetes.io/serviceaccount' },
  });
  expect(podAnnotations(chart)).toEqual({ ...INJECTED, 'dapr.io/volume-mounts': 'token:/var/run/secrets/kubernetes.io/serviceaccount' });
});

describe('annotations of a plain object', () => {
  test('stay, and are sorted among the new ones', () => {
    const chart = shop();
    Sidecar.inject(deployment(chart, { template: { metadata: { annotations: { zebra: '1', 'a/b~c': '2' } }, spec: POD.spec } }), {
      appPort: 5001,
    });
    expect(Object.entries(podAnnotations(chart))).toEqual(Object.entries({ 'a/b~c': '2', ...INJECTED, zebra: '1' }));
  });

  test('may be absent, and the metadata, too', () => {
    const chart = shop();
    Sidecar.inject(deployment(chart, { template: { spec: POD.spec } }), { appPort: 5001 });
    expect(podAnnotations(chart)).toEqual(INJECTED);
  });

  test.each(['before', 'after'])('stay when a JSON patch sets them %s the injection', (when) => {
    const chart = shop();
    const object = deployment(chart);
    const patch = (): void => object.addJsonPatch(JsonPatch.add('/spec/template/metadata/annotations', { team: 'shop' }));
    if (when === 'before') {
      patch();
    }
    Sidecar.inject(object, { appPort: 5001 });
    if (when === 'after') {
      patch();
    }
    expect(podAnnotations(chart)).toEqual({ ...INJECTED, team: 'shop' });
  });

  test('stay when they are only known at synthesis', () => {
    const chart = shop();
    let known: object | undefined = undefined;
    Sidecar.inject(deployment(chart, { template: Lazy.any({ produce: () => ({ ...POD, metadata: known }) }) }), { appPort: 5001 });
    known = { annotations: { team: 'shop' } };
    expect(podAnnotations(chart)).toEqual({ ...INJECTED, team: 'shop' });
  });

  test('may be rendered later only', () => {
    const chart = shop();
    let template: object | undefined = undefined;
    const produce = (): object => template ?? fail();
    Sidecar.inject(deployment(chart, { template: Lazy.any({ produce }) }), { appPort: 5001 });
    template = POD;
    expect(podAnnotations(chart)).toEqual(INJECTED);
  });

  test('of Dapr stay where only a default says otherwise', () => {
    const chart = shop();
    const template = { metadata: { annotations: { 'dapr.io/enable-native-sidecar': 'false' } }, spec: ENDING.spec };
    Sidecar.inject(new ApiObject(chart, 'x', { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'orders' }, spec: { template } }), {
      appPort: 5001,
    });
    expect(podAnnotations(chart)).toEqual({ ...INJECTED, 'dapr.io/enable-native-sidecar': 'false' });
  });

  test('of Dapr stay where no option says otherwise', () => {
    const chart = shop();
    const annotations = { 'dapr.io/app-id': 'basket', 'dapr.io/log-level': 'debug', 'dapr.io/app-port': '1', 'dapr.io/enabled': 'false' };
    const sidecar = Sidecar.inject(deployment(chart, { template: { metadata: { annotations }, spec: POD.spec } }), { appPort: 5001 });
    expect(podAnnotations(chart)).toEqual({ ...INJECTED, 'dapr.io/app-id': 'basket', 'dapr.io/log-level': 'debug' });
    expect(sidecar.appId).toBe('basket');
  });
});

function fail(): never {
  throw new Error('not known yet');
}

test('synthesizing twice gives the same', () => {
  const chart = shop();
  Sidecar.inject(deployment(chart), OPTIONS);
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
});

test('the object that describes the workload is not changed', () => {
  const chart = shop();
  const props = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' }, spec: { selector: SELECTOR, template: POD } };
  const before = JSON.stringify(props);
  Sidecar.inject(new ApiObject(chart, 'orders', props), OPTIONS);
  Testing.synth(chart);
  expect(JSON.stringify(props)).toBe(before);
});

describe('a construct that holds workloads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function include(chart: Chart, ...manifests: object[]): Include {
    const url = join(folder, 'workloads.yaml');
    writeFileSync(url, manifests.map((manifest) => JSON.stringify(manifest)).join('\n---\n'));
    return new Include(chart, 'vendor', { url });
  }

  const WORKLOAD = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' }, spec: { selector: SELECTOR, template: POD } };
  const SERVICE = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { ports: [{ port: 80 }] } };

  test('such as an Include gets the sidecar in the only one', () => {
    const chart = shop();
    Sidecar.inject(include(chart, SERVICE, WORKLOAD), { appPort: 5001 });
    expect(podAnnotations(chart)).toEqual(INJECTED);
  });

  test('such as one of the user gets the sidecar in the only one', () => {
    const chart = shop();
    const mine = new Construct(chart, 'mine');
    deployment(mine);
    Sidecar.inject(mine, { appPort: 5001 });
    expect(podAnnotations(chart)).toEqual(INJECTED);
  });

  test('cannot be injected into as a whole where there are several', () => {
    const chart = shop();
    const two = include(chart, WORKLOAD, { ...WORKLOAD, metadata: { name: 'basket' } });
    expect(messageOf(() => Sidecar.inject(two, OPTIONS))).toBe(
      "DAPR011 [shop/vendor] a sidecar is injected into one workload, and there are 2 here: inject into each of the Deployment 'orders' (shop/vendor/orders-deployment), the Deployment 'basket' (shop/vendor/basket-deployment)",
    );
  });
});

const POSSIBLE =
  'expected a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Pod or Argo Rollout: a workload of cdk8s-plus, an imported or plain ApiObject, or an Include, Helm or other construct that holds one of them';

test.each([
  ['another object', (chart: Chart) => new ApiObject(chart, 'x', { apiVersion: 'v1', kind: 'ConfigMap' }), 'a ConfigMap of v1'],
  [
    'an object of the same kind in another group',
    (chart: Chart) => new ApiObject(chart, 'x', { apiVersion: 'example.com/v1', kind: 'Deployment' }),
    'a Deployment of example.com/v1',
  ],
  ['an empty construct', (chart: Chart) => new Construct(chart, 'x'), 'a Construct without a workload'],
])('%s is refused', (_, add, what) => {
  expect(messageOf(() => Sidecar.inject(add(shop()), OPTIONS))).toBe(
    `DAPR011 [shop/x] a sidecar cannot be injected into ${what}: ${POSSIBLE}`,
  );
});

test('what is no construct is refused', () => {
  expect(messageOf(() => Sidecar.inject({ kind: 'Deployment' } as never, OPTIONS))).toBe(
    'Sidecar.inject needs a construct that holds a workload: got object',
  );
});

test('a Rollout that refers to another workload is refused', () => {
  const rollout = new ApiObject(shop(), 'x', {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name: 'orders' },
    spec: { workloadRef: {} },
  });
  expect(messageOf(() => Sidecar.inject(rollout, OPTIONS))).toBe(
    "DAPR015 [shop/x] the Rollout 'orders' has no pod template at spec.template, so a sidecar cannot be injected: inject into the workload that has it",
  );
});

test('a workload whose template is taken away later stops synthesis', () => {
  const chart = shop();
  const object = deployment(chart);
  Sidecar.inject(object, OPTIONS);
  object.addJsonPatch(JsonPatch.remove('/spec/template'));
  expect(messageOf(() => Testing.synth(chart))).toBe(
    "DAPR015 [shop/orders] the Deployment 'orders' has no pod template at spec.template, so a sidecar cannot be injected: inject into the workload that has it",
  );
});

test('a second injection is refused', () => {
  const object = deployment(shop());
  Sidecar.inject(object, OPTIONS);
  expect(messageOf(() => Sidecar.inject(object, { appId: 'other' }))).toBe(
    "DAPR002 [shop/orders] the Deployment 'orders' has a sidecar already, for the app id 'orders': inject once, with all options",
  );
});

test('two objects of one name in the chart are found, also where a sidecar is all that is there of Dapr', () => {
  const chart = shop();
  Sidecar.inject(deployment(chart), OPTIONS);
  new ApiObject(chart, 'again', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'orders' } });
  expect(messageOf(() => Testing.synth(chart))).toContain("a Deployment named 'orders' exists already at shop/orders");
});
