import { randomBytes } from 'node:crypto';
import { PostgreSqlServer, startPostgreSql } from '../../../tools/real/servers/postgresql';
import { RedisServer, startRedis } from '../../../tools/real/servers/redis';
import { Example, startExample } from './support';

const JSON_BODY = { 'content-type': 'application/json' };

let example: Example;
let redis: RedisServer;
let postgres: PostgreSqlServer;
beforeAll(async () => {
  example = await startExample('state', async (processes) => {
    [redis, postgres] = await Promise.all([startRedis(processes), startPostgreSql(processes)]);
    const secrets = {
      redis: { password: redis.password },
      postgres: { connectionString: postgres.connectionString },
      'carts-encryption': { key: randomBytes(32).toString('hex') },
    };
    return { hosts: { 'redis:6379': redis.address }, secrets };
  });
});
afterAll(() => example?.stop());

/** Calls an application with JSON, and gives its answer. */
async function call(app: string, method: string, path: string, body?: unknown): Promise<any> {
  const init = body === undefined ? { method } : { method, headers: JSON_BODY, body: JSON.stringify(body) };
  return (await example.app(app).fetch(path, init)).json();
}

test('a session is kept, for half an hour, and can be deleted', async () => {
  expect(await call('web', 'GET', '/sessions/s1')).toEqual({ session: '' });
  expect(await call('web', 'PUT', '/sessions/s1', { user: 'ada' })).toEqual({ saved: true });
  expect(await call('web', 'GET', '/sessions/s1')).toEqual({ session: { user: 'ada' } });
  const ttl = Number((await redis.command('TTL', 'web||s1')).slice(1));
  expect(ttl).toBeGreaterThan(1_700);
  expect(ttl).toBeLessThanOrEqual(1_800);
  expect(await call('web', 'DELETE', '/sessions/s1')).toEqual({ saved: true });
  expect(await call('web', 'GET', '/sessions/s1')).toEqual({ session: '' });
});

test('of two who change the same cart the second is refused', async () => {
  expect(await call('web', 'PUT', '/carts/alan', { items: ['tea'] })).toEqual({ saved: true });
  const cart = await call('web', 'GET', '/carts/alan');
  expect(cart.items).toEqual(['tea']);
  expect(await call('web', 'PUT', '/carts/alan', { items: ['tea', 'milk'], etag: cart.etag })).toEqual({ saved: true });
  expect(await call('web', 'PUT', '/carts/alan', { items: ['tea', 'sugar'], etag: cart.etag })).toEqual({
    saved: false,
    why: expect.stringContaining('possible etag mismatch'),
  });
  expect(await call('web', 'GET', '/carts/alan')).toMatchObject({ items: ['tea', 'milk'] });
});

test('by HTTP the second is refused with 409', async () => {
  const { sidecar } = example.app('checkout');
  const save = async (etag?: string): Promise<number> => {
    const body = JSON.stringify([{ key: 'n', value: 1, etag, options: { concurrency: 'first-write' } }]);
    return (await fetch(sidecar.url('/v1.0/state/orders'), { method: 'POST', headers: JSON_BODY, body })).status;
  };
  expect(await save()).toBe(204);
  const etag = (await fetch(sidecar.url('/v1.0/state/orders/n'))).headers.get('etag')!;
  expect(await save(etag)).toBe(204);
  expect(await save(etag)).toBe(409);
});

test('a cart is not readable in the database', async () => {
  await call('web', 'PUT', '/carts/eve', { items: ['absinthe'] });
  expect(await call('web', 'GET', '/carts/eve')).toMatchObject({ items: ['absinthe'] });
  const stored = await postgres.sql("SELECT convert_from(value, 'UTF8') FROM carts_state WHERE key = 'carts||eve'");
  expect(stored).toMatch(/^[\w+/=]+\|\|carts-encryption$/);
  expect(Buffer.from(stored.split('||')[0], 'base64').toString('latin1')).not.toContain('absinthe');
});

test('checkout makes an order of the cart that web filled, in one transaction', async () => {
  await call('web', 'PUT', '/carts/ada', { items: ['ink', 'paper'] });
  expect(await call('checkout', 'POST', '/checkout/ada')).toEqual({ id: 'ada-1', customer: 'ada', items: ['ink', 'paper'] });
  expect(await call('web', 'GET', '/carts/ada')).toMatchObject({ items: [] });
  await call('web', 'PUT', '/carts/ada', { items: ['pens'] });
  expect(await call('checkout', 'POST', '/checkout/ada')).toEqual({ id: 'ada-2', customer: 'ada', items: ['pens'] });
});

test('several orders are read at once', async () => {
  const orders = (await call('checkout', 'GET', '/orders/ada-1,ada-2,count-ada')) as { key: string }[];
  expect(orders.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([
    { key: 'ada-1', data: { customer: 'ada', items: ['ink', 'paper'] }, etag: expect.any(String) },
    { key: 'ada-2', data: { customer: 'ada', items: ['pens'] }, etag: expect.any(String) },
    { key: 'count-ada', data: 2, etag: expect.any(String) },
  ]);
});

test('the orders of a customer are found', async () => {
  await call('web', 'PUT', '/carts/grace', { items: ['chalk'] });
  await call('checkout', 'POST', '/checkout/grace');
  const { results } = await call('checkout', 'GET', '/customers/ada/orders');
  expect(results.map(({ key }: { key: string }) => key).sort()).toEqual(['ada-1', 'ada-2']);
});

test('where one part of a transaction is refused, nothing of it is kept', async () => {
  const { sidecar } = example.app('checkout');
  const operations = [
    { operation: 'upsert', request: { key: 'ada-3', value: {} } },
    { operation: 'upsert', request: { key: 'count-ada', value: 3, etag: '1', options: { concurrency: 'first-write' } } },
  ];
  const answer = await fetch(sidecar.url('/v1.0/state/orders/transaction'), {
    method: 'POST',
    headers: JSON_BODY,
    body: JSON.stringify({ operations }),
  });
  expect(answer.status).toBe(500);
  expect((await fetch(sidecar.url('/v1.0/state/orders/ada-3'))).status).toBe(204);
});

test('what an application does not have is not there for it', async () => {
  const answer = await fetch(example.app('checkout').sidecar.url('/v1.0/state/sessions/s1'));
  expect([answer.status, await answer.json()]).toMatchObject([400, { errorCode: 'ERR_STATE_STORE_NOT_FOUND' }]);
});
