import { existsSync, readFileSync } from 'node:fs';
import { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../tools/real/ports';
import { startSentry } from '../../tools/real/sentry';
import { Sidecar, startSidecar } from '../../tools/real/sidecar';
import { expected, RUNNABLE, sidecarsLoad } from './support/example-sidecars';
import { Local } from './support/local';

let local: Local;
beforeEach(() => (local = new Local()));
afterEach(() => local.stop());

test('every example that has an application is here', () => {
  expect(RUNNABLE.length).toBeGreaterThanOrEqual(20);
});

test.each(RUNNABLE)('the sidecars of %s load what was written of it', (_name, manifests) => sidecarsLoad(local, manifests));

const COMPONENT = { apiVersion: 'dapr.io/v1alpha1', kind: 'Component' };

describe('a secret reaches what refers to it', () => {
  test('a Redis that asks for the password of a Secret takes it, at the address that stands for its host', async () => {
    const port = await freePort();
    const redis = local.processes.start(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--requirepass', 'right'],
      {
        cwd: local.processes.folder,
      },
    );
    await redis.line(/Ready to accept connections/);
    const [[, manifests]] = expected('hello-world');
    const plain = manifests.map((object) =>
      object.kind === 'Component'
        ? { ...object, spec: { ...object.spec, metadata: object.spec.metadata.filter(({ name }: any) => name !== 'enableTLS') } }
        : object,
    );
    const { outdir, result } = local.written(plain, {
      hosts: { 'redis:6379': `127.0.0.1:${port}` },
      secretValues: { redis: { password: 'right' } },
    });
    const sidecar = await (await local.sidecarOf(result.apps[0], outdir)).ready();
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
    const { outdir } = local.written([component], {
      secretsIn: 'env',
      secretValues: { paths: { root: join(local.processes.folder, 'kept') } },
    });
    expect(readFileSync(join(outdir, 'secrets.env'), 'utf8')).toBe(`PATHS_ROOT=${join(local.processes.folder, 'kept')}\n`);
    const sidecar = await startSidecar(local.processes, {
      resources: join(outdir, 'resources'),
      env: { PATHS_ROOT: join(local.processes.folder, 'kept') },
    });
    await sidecar.ready();
    expect(existsSync(join(local.processes.folder, 'kept'))).toBe(true);
  });
});

describe('a Configuration is honoured', () => {
  test('headers of OpenTelemetry arrive, with secrets and dollars', async () => {
    const requests: { url: string; headers: IncomingHttpHeaders }[] = [];
    const collector = await local.application(requests);
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
    const { outdir, result } = local.written([config, workload], { hosts: { 'collector:4318': `127.0.0.1:${collector}` } });
    const sidecar = await local.sidecarOf(result.apps[0], outdir, {
      env: { ...result.apps[0].env, OTEL_TOKEN: 'hidden' },
      appPort: await local.application(),
    });
    await sidecar.ready();
    await fetch(sidecar.url('/v1.0/invoke/traced/method/hello'));
    await sidecar.process.until('sent a trace', () => (requests.some(({ url }) => url === '/v1/traces') ? true : undefined));
    expect(requests.find(({ url }) => url === '/v1/traces')!.headers).toMatchObject({ 'x-plain': 'a$HOME${HOME}$$b', 'x-token': 'hidden' });
  });

  test('with mtls and a sentry, access control lets in whom it names, and nobody else', async () => {
    const [[, manifests]] = expected('service-invocation');
    const { outdir, result } = local.written(manifests, { mtls: true });
    const sentry = await startSentry(local.processes);
    const env = { DAPR_TRUST_ANCHORS: sentry.trustAnchors };
    const start = async (id: string, requests: { url: string; headers: IncomingHttpHeaders }[]): Promise<Sidecar> => {
      const app = { ...result.apps.find((one) => one.id === (id === 'orders' ? 'orders' : 'checkout'))!, id };
      const flags = [...app.flags, '--enable-mtls', '--sentry-address', sentry.address, '--log-level', 'debug'];
      return (
        await local.sidecarOf(app, outdir, { flags, env: { ...app.env, ...env }, appPort: await local.application(requests) })
      ).ready();
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
