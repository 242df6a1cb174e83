import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as dapr from '../../src';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'self-hosted-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function shop(app = new App()): Chart {
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new dapr.state.Redis(chart, 'statestore', {
    redisHost: 'redis:6379',
    redisPassword: dapr.SecretValue.fromSecretKeyRef('redis', 'password'),
  });
  new dapr.Application(chart, 'orders', { image: 'orders:1.0.0', port: 5001 });
  return chart;
}

test('a chart is written as dapr run needs it', () => {
  const outdir = join(folder, 'local');
  const local = dapr.SelfHosted.synth(shop(), outdir, {
    hosts: { 'redis:6379': 'localhost:6379' },
    commands: { orders: ['npm', 'start'] },
  });
  expect(local.appIds).toEqual(['orders']);
  expect(local.missingSecrets).toEqual(['secrets.json: redis/password']);
  expect(local.runCommands('dist/local')).toEqual(['(set -a; . ./dist/local/sidecar.env; dapr run -f dist/local)']);
  expect(local.notes).toEqual([
    "'dapr.io/graceful-shutdown-seconds' does nothing here: dapr run cannot pass '--dapr-graceful-shutdown-seconds' to the sidecar (orders).",
    "'dapr.io/block-shutdown-duration' does nothing here: dapr run cannot pass '--dapr-block-shutdown-duration' to the sidecar (orders).",
  ]);
  expect(readFileSync(join(outdir, 'dapr.yaml'), 'utf8')).toBe(`# Written by cdk8s-dapr from Kubernetes manifests; the next run replaces it.
# Start it with: (set -a; . ./sidecar.env; dapr run -f .)
version: 1
apps:
  - appID: orders
    appDirPath: apps/orders
    appPort: 5001
    appProtocol: http
    resourcesPaths:
      - ../../resources
    command:
      - npm
      - start
`);
  expect(readFileSync(join(outdir, 'resources/component-statestore.yaml'), 'utf8')).toContain('value: localhost:6379\n');
});

test('an app is all of its charts', () => {
  const app = new App();
  shop(app);
  new dapr.Configuration(new Chart(app, 'more', { namespace: 'shop' }), 'settings', {});
  expect(dapr.SelfHosted.of(app).write(join(folder, 'local'))).toEqual([
    '.gitignore',
    'apps/orders/.gitkeep',
    'config/settings.yaml',
    'dapr.yaml',
    'resources/component-kubernetes.yaml',
    'resources/component-statestore.yaml',
    'secrets.json',
    'sidecar.env',
  ]);
});

test('objects of another chart take the place of those of the same name', () => {
  const overrides = new Chart(new App(), 'local');
  new dapr.state.InMemory(overrides, 'statestore', {});
  const outdir = join(folder, 'local');
  const local = dapr.SelfHosted.synth(shop(), outdir, { overrides });
  expect(local.missingSecrets).toEqual([]);
  expect(readFileSync(join(outdir, 'resources/component-statestore.yaml'), 'utf8')).toContain('type: state.in-memory\n');
});

test('secrets may be variables', () => {
  const local = dapr.SelfHosted.synth(shop(), join(folder, 'local'), { secrets: dapr.SelfHostedSecrets.ENV });
  expect(local.missingSecrets).toEqual(['secrets.env: REDIS_PASSWORD']);
  expect(local.runCommands()).toEqual(['(set -a; . ./dist/local/sidecar.env; . ./dist/local/secrets.env; dapr run -f dist/local)']);
});

test('what works in Kubernetes only is told all at once, and nothing is written', () => {
  const chart = new Chart(new App(), 'shop');
  new dapr.Component(chart, 'events', { type: 'bindings.kubernetes', version: 'v1', metadata: { namespace: 'shop', direction: 'input' } });
  new dapr.Component(chart, 'flags', { type: 'configuration.kubernetes', version: 'v1', metadata: { configMapName: 'flags' } });
  const outdir = join(folder, 'local');
  expect(() => dapr.SelfHosted.synth(chart, outdir)).toThrow(
    `not everything in 'shop' can run without Kubernetes:
  [Component events spec.type] 'bindings.kubernetes' works in Kubernetes only: it hears of events of the cluster. Give a Component of this name and another type as an override, or leave it out as 'Component/events'
  [Component flags spec.type] 'configuration.kubernetes' works in Kubernetes only: it reads ConfigMaps of the cluster. Give a Component of this name and another type as an override, or leave it out as 'Component/flags'`,
  );
  expect(existsSync(outdir)).toBe(false);
});

test('what would stop synth stops it too', () => {
  const chart = shop();
  new dapr.Component(chart, 'mine', { type: 'state.my-own', version: 'v1', metadata: {} });
  chart.node.addValidation({ validate: () => ['this is wrong'] });
  expect(() => dapr.SelfHosted.of(chart)).toThrow('Validation failed with the following errors:\n  [shop] this is wrong');
});
