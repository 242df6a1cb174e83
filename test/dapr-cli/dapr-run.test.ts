import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { runCommand, selfHosted } from '../../src/self-hosted/core/self-hosted';
import { writeSelfHosted } from '../../src/self-hosted/core/write';
import { dapr } from '../../tools/real/dapr';
import { daprCli, daprRuntime } from '../../tools/real/dapr-cli';
import { freePorts } from '../../tools/real/ports';
import { Processes, Running } from '../../tools/real/processes';
import { tryRun } from '../../tools/process';

let processes: Processes;
beforeEach(() => (processes = new Processes()));
afterEach(() => processes.stop());

/** Says on its port what it was started with. */
const SERVER = `
const { APP_PORT, DAPR_HTTP_PORT, GREETING, NAMESPACE, TOKEN } = process.env;
require('node:http')
  .createServer((_request, response) => response.end(JSON.stringify({ APP_PORT, DAPR_HTTP_PORT, GREETING, NAMESPACE, TOKEN, cwd: process.cwd() })))
  .listen(Number(APP_PORT), '127.0.0.1');
`;

const NAMESPACE = 'shop';

function workload(appId: string, port: number, container: object): object {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: appId, namespace: NAMESPACE },
    spec: {
      template: {
        metadata: {
          annotations: {
            'dapr.io/enabled': 'true',
            'dapr.io/app-id': appId,
            'dapr.io/app-port': String(port),
            'dapr.io/config': 'settings',
            'dapr.io/enable-app-health-check': 'true',
            'dapr.io/app-health-probe-interval': '2',
            'dapr.io/max-body-size': '8Mi',
            'dapr.io/log-level': 'debug',
          },
        },
        spec: { containers: [{ name: 'app', ...container }] },
      },
    },
  };
}

function manifests(orders: number, checkout: number): object[] {
  const dapr = { apiVersion: 'dapr.io/v1alpha1', metadata: { namespace: NAMESPACE } };
  return [
    {
      ...dapr,
      kind: 'Component',
      metadata: { name: 'store', namespace: NAMESPACE },
      spec: { type: 'state.in-memory', version: 'v1', metadata: [{ name: 'keyPrefix', value: 'namespace' }] },
    },
    {
      ...dapr,
      kind: 'Configuration',
      metadata: { name: 'settings', namespace: NAMESPACE },
      spec: { secrets: { scopes: [{ storeName: 'kubernetes', defaultAccess: 'deny', allowedSecrets: ['api'] }] } },
    },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'api', namespace: NAMESPACE }, stringData: { token: "it's\nsecret" } },
    workload('orders', orders, {
      command: [process.execPath, 'server.js'],
      env: [
        { name: 'GREETING', value: "yes: 'no' # $HOME" },
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } },
      ],
    }),
    workload('checkout', checkout, {}),
  ];
}

test('dapr run -f starts what was written, with a command, an environment and a Configuration of each', async () => {
  const cli = daprCli();
  const runtime = daprRuntime(join(processes.folder, 'runtime'), dapr('daprd'));
  const ours = join(processes.folder, 'orders');
  mkdirSync(ours);
  writeFileSync(join(ours, 'server.js'), SERVER);
  const [ordersPort, checkoutPort] = await freePorts(2);
  const outdir = join(processes.folder, 'dist local');
  const result = selfHosted(manifests(ordersPort, checkoutPort), {
    appDirs: { orders: ours },
    commands: { checkout: [process.execPath, join(ours, 'server.js')] },
  });
  writeSelfHosted(outdir, result);
  expect(load(readFileSync(join(outdir, 'dapr.yaml'), 'utf8'))).toMatchObject({
    version: 1,
    apps: [{ appID: 'orders' }, { appID: 'checkout' }],
  });

  // Without a shell around it, which the CLI leaves the process group of.
  const command = runCommand(result.runs[0], outdir)
    .replace(/^\((.*)\)$/, '$1')
    .replace('dapr run', `exec '${cli}' run`);
  const run = processes.start('/bin/sh', ['-c', command], { name: 'dapr run', cwd: processes.folder, env: { DAPR_RUNTIME_PATH: runtime } });
  const orders = await started(run, 'orders');
  const checkout = await started(run, 'checkout');

  const invoked = await run.until('answered', async () => {
    const answer = await fetch(`http://127.0.0.1:${orders}/v1.0/invoke/orders/method/x`);
    return answer.ok ? ((await answer.json()) as object) : undefined;
  });
  expect(invoked).toEqual({
    APP_PORT: String(ordersPort),
    DAPR_HTTP_PORT: String(orders),
    GREETING: "yes: 'no' # $HOME",
    NAMESPACE,
    TOKEN: "it's\nsecret",
    cwd: ours,
  });
  const secret = (port: number, name: string): Promise<Response> => fetch(`http://127.0.0.1:${port}/v1.0/secrets/kubernetes/${name}`);
  expect(await (await secret(checkout, 'api')).json()).toEqual({ token: "it's\nsecret" });
  expect((await secret(checkout, 'other')).status).toBe(403);
  const listed = JSON.parse(tryRun(cli, ['list', '-o', 'json'], { env: { DAPR_RUNTIME_PATH: runtime } }).stdout) as { appId: string }[];
  expect(listed.map(({ appId }) => appId)).toEqual(expect.arrayContaining(['orders', 'checkout']));
});

/** The HTTP port of a sidecar, as dapr run says it. */
async function started(run: Running, appId: string): Promise<number> {
  const line = await run.line(new RegExp(`Started Dapr with app id "${appId}"\\. HTTP Port: \\d+`), 60_000);
  return Number(/HTTP Port: (\d+)/.exec(line)![1]);
}
