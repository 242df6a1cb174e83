import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { selfHosted, SelfHostedApp, SelfHostedResult, SelfHostedSettings } from '../../src/self-hosted/core/self-hosted';
import { writeSelfHosted } from '../../src/self-hosted/core/write';
import { freePort } from '../../tools/real/ports';
import { Processes } from '../../tools/real/processes';
import { startSentry } from '../../tools/real/sentry';
import { Sidecar, SidecarOptions, startSidecar } from '../../tools/real/sidecar';

const EXAMPLES = join(__dirname, '../../examples');

let processes: Processes;
const servers: Server[] = [];
beforeEach(() => (processes = new Processes()));
afterEach(async () => {
  await processes.stop();
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done).closeAllConnections())));
});

/** The manifests that an example writes, of each of its files. */
function expected(example: string): [string, any[]][] {
  const folder = join(EXAMPLES, example, 'expected');
  return !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((file) => file.endsWith('.k8s.yaml'))
        .map((file) => [file, loadAll(readFileSync(join(folder, file), 'utf8')) as any[]]);
}

/** What needs no server, of the classes that have something; `kubernetes` keeps secrets in the local file. */
const STAND_INS: Record<string, string> = { state: 'state.in-memory', pubsub: 'pubsub.in-memory', secretstores: 'secretstores.kubernetes' };
const NEEDS_NOTHING = [
  'bindings.cron',
  'middleware',
  'secretstores.local',
  'secretstores.kubernetes',
  'state.in-memory',
  'pubsub.in-memory',
];

/** Components that need a server become what needs none; those without such a type may fail, as they do where their server is not there. */
function standIns(manifests: any[]): any[] {
  return manifests
    .filter(({ kind, spec }) => kind === 'Component' && !NEEDS_NOTHING.some((prefix) => spec.type.startsWith(prefix)))
    .filter(({ spec }) => spec.type !== 'configuration.kubernetes')
    .map((component) => {
      const type = STAND_INS[component.spec.type.split('.')[0]];
      return type === undefined
        ? { ...component, spec: { ...component.spec, ignoreErrors: true, initTimeout: '1s' } }
        : { ...component, spec: { type, version: 'v1', metadata: kept(component) } };
    });
}

/** Who may use a topic, and which state store has the actors, is Dapr's own business. */
function kept({ spec }: any): any[] {
  return (spec.metadata ?? []).filter(({ name }: any) =>
    /^(actorStateStore|\w+Scopes|allowedTopics|protectedTopics|outbox\w+)$/i.test(name),
  );
}

/** Runs the sidecar of an application on what was written. */
async function sidecarOf(app: SelfHostedApp, outdir: string, options: Partial<SidecarOptions> = {}): Promise<Sidecar> {
  return startSidecar(processes, {
    appId: app.id,
    resources: join(outdir, app.resourcesPath),
    config: app.configPath && join(outdir, app.configPath),
    flags: [...app.flags, '--log-level', 'debug'],
    env: app.env,
    ...options,
  });
}

function written(manifests: object[], settings: SelfHostedSettings = {}): { outdir: string; result: SelfHostedResult } {
  const outdir = join(processes.folder, 'local');
  const result = selfHosted(manifests, settings);
  expect(result.problems).toEqual([]);
  writeSelfHosted(outdir, result);
  return { outdir, result };
}

/** An application that answers everything, and says what it was asked. */
async function application(requests: { url: string; headers: IncomingHttpHeaders }[] = []): Promise<number> {
  const server = createServer((request, response) => {
    requests.push({ url: request.url!, headers: request.headers });
    response.writeHead(request.url === '/dapr/subscribe' || request.url === '/dapr/config' ? 404 : 200).end();
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

const files = readdirSync(EXAMPLES).flatMap((example) =>
  expected(example).map(([file, manifests]): [string, any[]] => [`${example}/${file}`, manifests]),
);
const runnable = files.filter(([, manifests]) => selfHosted(manifests).apps.length > 0);

test('every example that has an application is here', () => {
  expect(runnable.length).toBeGreaterThanOrEqual(20);
});

test.each(runnable)('the sidecars of %s load what was written of it', async (_name, manifests) => {
  const overrides = standIns(manifests);
  const leaveOut = manifests
    .filter(({ spec }) => spec?.type === 'configuration.kubernetes')
    .map(({ metadata }) => `Component/${metadata.name}`);
  const { outdir, result } = written(manifests, { overrides, leaveOut });
  for (const app of result.apps) {
    const visible = (kind: string): any[] =>
      manifests.filter(({ kind: is, scopes }) => is === kind && (scopes === undefined || scopes.length === 0 || scopes.includes(app.id)));
    const sidecar = await (await sidecarOf(app, outdir, { appPort: app.appPort === undefined ? undefined : await application() })).ready();
    const config = manifests.find(({ kind, metadata: { name } }) => kind === 'Configuration' && app.configPath?.endsWith(`/${name}.yaml`));
    const allowed = config?.spec.api?.allowed?.filter(({ protocol }: any) => protocol === 'http').map(({ name }: any) => name);
    if (allowed !== undefined) {
      expect(allowed).not.toContain('secrets');
      expect((await fetch(sidecar.url('/v1.0/secrets/kubernetes/any'))).status).toBe(404);
    }
    if (allowed?.includes('metadata') === false) {
      expect((await fetch(sidecar.url('/v1.0/metadata'))).status).toBe(404);
      await sidecar.process.stop(0);
      continue;
    }
    const metadata = await sidecar.metadata();

    const listed = (metadata.components ?? []).map(({ name, type }: any) => `${name} ${type}`);
    const certain = visible('Component')
      .map((given) => overrides.find(({ metadata: { name } }) => name === given.metadata.name) ?? given)
      .filter(({ spec, metadata: { name } }) => spec.ignoreErrors !== true && !leaveOut.includes(`Component/${name}`))
      .map(({ metadata: { name }, spec: { type } }) => `${name} ${type === 'secretstores.kubernetes' ? 'secretstores.local.file' : type}`);
    const denied = (one: string): boolean => config?.spec.components?.deny?.includes(one.split(' ')[1]) === true;
    const isStore = (one: string): boolean => one.endsWith(' secretstores.local.file');
    expect(listed).toEqual(expect.arrayContaining(certain.filter((one) => isStore(one) || !denied(one))));
    expect(listed.filter((one: string) => !isStore(one) && denied(one))).toEqual([]);

    const subscribed = visible('Subscription').map(({ spec }) => `${spec.pubsubname}/${spec.topic}`);
    const pubsubs = visible('Component').map(({ metadata: { name } }) => name);
    expect((metadata.subscriptions ?? []).map(({ pubsubname, topic }: any) => `${pubsubname}/${topic}`).sort()).toEqual(
      subscribed.filter((one) => pubsubs.includes(one.split('/')[0])).sort(),
    );

    const resiliencies = visible('Resiliency');
    if (resiliencies.length > 0) {
      expect(sidecar.process.log).toContain(`Found ${resiliencies.length} resiliency configurations in resources path`);
    }
    const endpoints = visible('HTTPEndpoint').map(({ metadata: { name } }) => name);
    expect((metadata.httpEndpoints ?? []).map(({ name }: any) => name).sort()).toEqual(endpoints.sort());
    const said = sidecar
      .messages('warning', 'error')
      .filter((line) => /secret store that isn't loaded|Error getting secret|parsing manifests|resiliency/i.test(line));
    expect(said).toEqual([]);
    await sidecar.process.stop(0);
  }
});

const COMPONENT = { apiVersion: 'dapr.io/v1alpha1', kind: 'Component' };

describe('a secret reaches what refers to it', () => {
  test('a Redis that asks for the password of a Secret takes it, at the address that stands for its host', async () => {
    const port = await freePort();
    const redis = processes.start('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--requirepass', 'right'], {
      cwd: processes.folder,
    });
    await redis.line(/Ready to accept connections/);
    const [[, manifests]] = expected('hello-world');
    const plain = manifests.map((object) =>
      object.kind === 'Component'
        ? { ...object, spec: { ...object.spec, metadata: object.spec.metadata.filter(({ name }: any) => name !== 'enableTLS') } }
        : object,
    );
    const { outdir, result } = written(plain, {
      hosts: { 'redis:6379': `127.0.0.1:${port}` },
      secretValues: { redis: { password: 'right' } },
    });
    const sidecar = await (await sidecarOf(result.apps[0], outdir)).ready();
    const state = sidecar.url('/v1.0/state/statestore');
    const saved = await fetch(state, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[{"key":"a","value":1}]' });
    expect(saved.status).toBe(204);
    expect(await (await fetch(`${state}/a`)).json()).toBe(1);
    expect(await (await fetch(sidecar.url('/v1.0/secrets/kubernetes/redis'))).json()).toEqual({ password: 'right' });
  });

  test('also from variables', async () => {
    const component = {
      ...COMPONENT,
      metadata: { name: 'files' },
      spec: {
        type: 'bindings.localstorage',
        version: 'v1',
        metadata: [{ name: 'rootPath', secretKeyRef: { name: 'paths', key: 'root' } }],
      },
      scopes: ['check'],
    };
    const { outdir } = written([component], { secretsIn: 'env', secretValues: { paths: { root: join(processes.folder, 'kept') } } });
    expect(readFileSync(join(outdir, 'secrets.env'), 'utf8')).toBe(`PATHS_ROOT=${join(processes.folder, 'kept')}\n`);
    const sidecar = await startSidecar(processes, {
      resources: join(outdir, 'resources'),
      env: { PATHS_ROOT: join(processes.folder, 'kept') },
    });
    await sidecar.ready();
    expect(existsSync(join(processes.folder, 'kept'))).toBe(true);
  });
});

describe('a Configuration is honoured', () => {
  test('headers of OpenTelemetry arrive, with secrets and dollars', async () => {
    const requests: { url: string; headers: IncomingHttpHeaders }[] = [];
    const collector = await application(requests);
    const config = {
      apiVersion: 'dapr.io/v1alpha1',
      kind: 'Configuration',
      metadata: { name: 'tracing' },
      spec: {
        tracing: {
          samplingRate: '1',
          otel: {
            endpointAddress: `collector:4318`,
            isSecure: false,
            protocol: 'http',
            headers: [
              { name: 'x-plain', value: 'a$HOME${HOME}$$b' },
              { name: 'x-token', secretKeyRef: { name: 'otel', key: 'token' } },
            ],
          },
        },
      },
    };
    const workload = manifestOf('traced', { 'dapr.io/config': 'tracing' });
    const { outdir, result } = written([config, workload], { hosts: { 'collector:4318': `127.0.0.1:${collector}` } });
    const sidecar = await sidecarOf(result.apps[0], outdir, {
      env: { ...result.apps[0].env, OTEL_TOKEN: 'hidden' },
      appPort: await application(),
    });
    await sidecar.ready();
    await fetch(sidecar.url('/v1.0/invoke/traced/method/hello'));
    await sidecar.process.until('sent a trace', () => (requests.some(({ url }) => url === '/v1/traces') ? true : undefined));
    expect(requests.find(({ url }) => url === '/v1/traces')!.headers).toMatchObject({ 'x-plain': 'a$HOME${HOME}$$b', 'x-token': 'hidden' });
  });

  test('with mtls and a sentry, access control lets in whom it names, and nobody else', async () => {
    const [[, manifests]] = expected('service-invocation');
    const { outdir, result } = written(manifests, { mtls: true });
    const sentry = await startSentry(processes);
    const env = { DAPR_TRUST_ANCHORS: sentry.trustAnchors };
    const start = async (id: string, requests: { url: string; headers: IncomingHttpHeaders }[]): Promise<Sidecar> => {
      const app = { ...result.apps.find((one) => one.id === (id === 'orders' ? 'orders' : 'checkout'))!, id };
      const flags = [...app.flags, '--enable-mtls', '--sentry-address', sentry.address, '--log-level', 'debug'];
      return (await sidecarOf(app, outdir, { flags, env: { ...app.env, ...env }, appPort: await application(requests) })).ready();
    };
    const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
    await start('orders', asked);
    const checkout = await start('checkout', []);
    const other = await start('other', []);
    const post = (from: Sidecar, path: string): Promise<number> =>
      fetch(from.url(`/v1.0/invoke/orders/method${path}`), { method: 'POST' }).then(({ status }) => status);
    expect(await post(checkout, '/orders')).toBe(200);
    expect(await post(checkout, '/admin')).toBe(403);
    expect(await post(other, '/orders')).toBe(403);
    expect(asked.map(({ url }) => url).filter((url) => !url.startsWith('/dapr/'))).toEqual(['/orders']);
  });
});

/** A workload with a sidecar. */
function manifestOf(appId: string, annotations: Record<string, string>): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: appId },
    spec: {
      template: {
        metadata: { annotations: { 'dapr.io/enabled': 'true', 'dapr.io/app-id': appId, ...annotations } },
        spec: { containers: [{ name: 'app', image: `${appId}:1.0.0` }] },
      },
    },
  };
}
