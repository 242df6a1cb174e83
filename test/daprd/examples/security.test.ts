import { join } from 'node:path';
import { run } from '../../../tools/process';
import { freePort } from '../../../tools/real/ports';
import { Processes } from '../../../tools/real/processes';
import { Example, startExample } from './support';

const TOKENS = { DAPR_API_TOKEN: 'shown-to-the-sidecar', APP_API_TOKEN: 'shown-to-the-application' };

let example: Example;
beforeAll(async () => {
  const processes = new Processes();
  const [key, certificate] = [join(processes.folder, 'redis.key'), join(processes.folder, 'redis.crt')];
  const name = ['-subj', '/CN=redis', '-addext', 'subjectAltName=IP:127.0.0.1'];
  run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...name, '-days', '1', '-keyout', key, '-out', certificate]);
  const port = await freePort();
  const tls = [
    '--port',
    '0',
    '--tls-port',
    String(port),
    '--tls-cert-file',
    certificate,
    '--tls-key-file',
    key,
    '--tls-auth-clients',
    'no',
  ];
  const users = '--user default off --user orders on >let-me-in ~* &* +@all'.split(' ');
  const redis = processes.start('redis-server', ['--bind', '127.0.0.1', ...tls, ...users, '--save', '', '--dir', processes.folder]);
  await redis.line(/Ready to accept connections/);
  example = await startExample(
    'security',
    {
      hosts: { 'redis:6379': `127.0.0.1:${port}` },
      secrets: {
        redis: { password: 'let-me-in' },
        'dapr-api-token': { token: TOKENS.DAPR_API_TOKEN },
        'dapr-app-token': { token: TOKENS.APP_API_TOKEN },
      },
      env: { ...TOKENS, SSL_CERT_FILE: certificate },
      mtls: true,
    },
    processes,
  );
});
afterAll(() => example?.stop());

/** As an application asks its own sidecar: with its token. */
const ask = (from: string, path: string, method = 'GET', body?: object): Promise<Response> =>
  fetch(example.app(from).sidecar.url(path), {
    method,
    headers: { 'dapr-api-token': TOKENS.DAPR_API_TOKEN, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });

const status = async (answer: Promise<Response>): Promise<number> => (await answer).status;

test('checkout places an order, and reads it', async () => {
  const order = { id: '1', item: 'lamp' };
  const placed = await example.app('checkout').fetch('/checkout', { method: 'POST', body: JSON.stringify(order) });
  expect([placed.status, await placed.json()]).toEqual([200, order]);
  expect(await (await example.app('checkout').fetch('/checkout/1')).json()).toEqual(order);
});

test('checkout may not export, nor delete', async () => {
  const refused = await ask('checkout', '/v1.0/invoke/orders/method/orders/export');
  expect([refused.status, await refused.json()]).toEqual([
    403,
    expect.objectContaining({
      message: expect.stringContaining('access control policy has denied access to id: spiffe://public/ns/shop/checkout'),
    }),
  ]);
  expect(await status(ask('checkout', '/v1.0/invoke/orders/method/orders/1', 'DELETE'))).toBe(403);
});

test('export may, if it is that of the warehouse', async () => {
  const path = '/v1.0/invoke/orders.shop/method/orders/export';
  const warehouse = await example.stranger('export', 'warehouse');
  const answer = await fetch(warehouse.url(path));
  expect([answer.status, await answer.json()]).toEqual([200, { all: 'orders' }]);
  const shop = await example.stranger('export', 'shop');
  expect(await status(fetch(shop.url(path)))).toBe(403);
});

test('nobody calls checkout', async () => {
  const stranger = await example.stranger('stranger', 'shop');
  expect(await status(fetch(stranger.url('/v1.0/invoke/checkout/method/checkout/1')))).toBe(403);
});

test('a sidecar offers only what its application needs', async () => {
  expect(await status(ask('orders', '/v1.0/state/orderstore/1'))).toBe(200);
  expect(await status(ask('orders', '/v1.0/invoke/checkout/method/checkout/1'))).toBe(404);
  expect(await status(ask('orders', '/v1.0/secrets/kubernetes/redis'))).toBe(404);
  expect(await status(ask('checkout', '/v1.0/state/orderstore/1'))).toBe(404);
});

test('a program without the token gets nothing from the sidecar', async () => {
  const { sidecar } = example.app('orders');
  expect(await status(fetch(sidecar.url('/v1.0/state/orderstore/1')))).toBe(401);
  expect(await status(fetch(sidecar.url('/v1.0/state/orderstore/1'), { headers: { 'dapr-api-token': 'guessed' } }))).toBe(401);
});

test('whoever reaches the port of the application past the sidecar gets nothing', async () => {
  expect(await status(example.app('orders').fetch('/orders/1'))).toBe(401);
});
