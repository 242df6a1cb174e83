import { setTimeout as sleep } from 'node:timers/promises';
import { Processes } from '../../../tools/real/processes';
import { PostgreSqlServer, startPostgreSql } from '../../../tools/real/servers/postgresql';
import { startRedis } from '../../../tools/real/servers/redis';
import { Example, manifests, startExample } from './support';

let example: Example;
let postgres: PostgreSqlServer;
beforeAll(async () => {
  const processes = new Processes();
  const redis = await startRedis(processes);
  postgres = await startPostgreSql(processes);
  const find = (kind: string, name: string): any =>
    manifests('event-driven').find((one: any) => one.kind === kind && one.metadata.name === name);

  // Another broker, with the permissions of the manifest; and less patience than two minutes.
  const bus = find('Component', 'bus');
  const scopes = bus.spec.metadata.filter(({ name }: { name: string }) => /Scopes$/.test(name));
  const metadata = Object.entries({ redisHost: redis.address, redisPassword: redis.password }).map(([name, value]) => ({ name, value }));
  bus.spec = { type: 'pubsub.redis', version: 'v1', metadata: [...metadata, ...scopes] };
  const resiliency = find('Resiliency', 'resiliency');
  Object.assign(resiliency.spec.policies.retries['handle-again'], { maxInterval: '500ms', maxRetries: 2 });

  example = await startExample(
    'event-driven',
    {
      hosts: { 'redis:6379': redis.address },
      secrets: { redis: { password: redis.password }, postgres: { connectionString: postgres.connectionString } },
      overrides: [bus, resiliency],
    },
    processes,
  );
});
afterAll(() => example?.stop());

const place = (id: string, item = 'lamp'): Promise<Response> =>
  example.app('orders').fetch('/orders', { method: 'POST', body: JSON.stringify({ id, item }) });

/** What an application did about an order. */
const did = (app: string, id: string): string[] => example.app(app).lines(new RegExp(` ${id}$`));

test('an order that is placed is charged, shipped and told about, by applications that orders does not know', async () => {
  expect((await place('1')).status).toBe(200);
  await example.app('notification').line(/parcel of 1$/);
  expect([did('payment', '1'), did('shipping', '1')]).toEqual([['charged 1'], ['shipped 1']]);
  expect(did('notification', '1').sort()).toEqual(['told about the order 1', 'told about the parcel of 1']);
  expect(await postgres.sql(`SELECT convert_from(value, 'UTF8')::json->>'status' FROM orders_state WHERE key = 'orders||1'`)).toBe(
    'placed',
  );
});

test('an order that is cancelled takes the other route', async () => {
  await example.app('orders').fetch('/orders/1', { method: 'DELETE' });
  await example.app('payment').line(/^paid back 1$/);
  expect(did('payment', '1')).toEqual(['charged 1', 'paid back 1']);
});

test('what is not written is not announced, and neither is what was saved without a transaction', async () => {
  const { sidecar } = example.app('orders');
  const headers = { 'content-type': 'application/json' };
  const value = { id: '2', item: 'lamp', status: 'placed' };
  const request = { key: '2', value, etag: '4711', metadata: { contentType: 'application/json' } };
  const refused = await fetch(sidecar.url('/v1.0/state/orderstore/transaction'), {
    method: 'POST',
    headers,
    body: JSON.stringify({ operations: [{ operation: 'upsert', request }] }),
  });
  expect(refused.ok).toBe(false);
  const saved = await fetch(sidecar.url('/v1.0/state/orderstore'), {
    method: 'POST',
    headers,
    body: JSON.stringify([{ key: '3', value: { ...value, id: '3' } }]),
  });
  expect(saved.status).toBe(204);
  await place('4');
  await example.app('notification').line(/parcel of 4$/);
  await sleep(1_000);
  expect(['2', '3', '4'].map((id) => did('notification', id).length)).toEqual([0, 0, 2]);
});

test('a message that comes twice is handled once', async () => {
  const event = { specversion: '1.0', id: 'the-same', source: 'test', type: 'order', data: { id: '5', item: 'lamp', status: 'placed' } };
  const publish = (): Promise<Response> =>
    fetch(example.app('orders').sidecar.url('/v1.0/publish/bus/orders'), {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({ ...event, datacontenttype: 'application/json' }),
    });
  expect((await publish()).status).toBe(204);
  await example.app('payment').line(/^charged 5$/);
  await sleep(300);
  expect((await publish()).status).toBe(204);
  await place('6');
  await example.app('payment').line(/^charged 6$/);
  expect(did('payment', '5')).toEqual(['charged 5']);
});

test('what fails again and again goes to the dead letters of this application and this topic, which it sees itself', async () => {
  await place('7', 'piano');
  await example.app('shipping').line(/^gave up 7$/);
  expect(example.app('shipping').lines(/too heavy/)).toHaveLength(3);
  expect(did('payment', '7')).toEqual(['charged 7']);
});

test('an application publishes what is its own to say, and nothing else', async () => {
  const publish = (from: string, topic: string): Promise<Response> =>
    fetch(example.app(from).sidecar.url(`/v1.0/publish/bus/${topic}`), { method: 'POST', body: '{}' });
  expect((await publish('notification', 'orders')).status).toBe(403);
  expect((await publish('orders', 'payments')).status).toBe(403);
});
