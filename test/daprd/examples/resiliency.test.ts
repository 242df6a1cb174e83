import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Processes } from '../../../tools/real/processes';
import { RedisServer, startRedis } from '../../../tools/real/servers/redis';
import { Example, startExample } from './support';

/** Stands for the rates' server outside. */
class Rates {
  public calls = 0;
  public delayMs = 0;
  private readonly server: Server;

  public constructor() {
    this.server = createServer((_request, response) => {
      this.calls++;
      setTimeout(() => response.end('{"EUR":1.1}'), this.delayMs);
    });
  }

  public async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

const rates = new Rates();
let example: Example;
let redis: RedisServer;
beforeAll(async () => {
  const processes = new Processes();
  redis = await startRedis(processes);
  const resource = (kind: string, name: string, rest: object): object => ({
    apiVersion: 'dapr.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'shop' },
    ...rest,
  });
  const metadata = Object.entries({ redisHost: redis.address, redisPassword: redis.password }).map(([name, value]) => ({ name, value }));
  example = await startExample(
    'resiliency',
    {
      hosts: { 'redis:6379': redis.address },
      secrets: { redis: { password: redis.password } },
      overrides: [
        // Policies do not ask what the broker is.
        resource('Component', 'bus', { spec: { type: 'pubsub.redis', version: 'v1', metadata }, scopes: ['checkout', 'orders'] }),
        resource('HTTPEndpoint', 'exchange-rates', { spec: { baseUrl: await rates.start() }, scopes: ['checkout'] }),
      ],
    },
    processes,
  );
});
afterAll(async () => {
  rates.stop();
  await example?.stop();
});

const checkout = async (item: string): Promise<{ status: number; body: string; ms: number }> => {
  const begin = Date.now();
  const answer = await example.app('checkout').fetch('/checkout', { method: 'POST', body: JSON.stringify({ cart: 'ada', item }) });
  return { status: answer.status, body: await answer.text(), ms: Date.now() - begin };
};

const get = async (path: string): Promise<any> => (await example.app('checkout').fetch(path)).json();

/** How often orders was asked for something. */
const asked = (item = ''): number => example.app('orders').lines(new RegExp(`^order of ${item}`)).length;

const payments = (item: string): string[] => example.app('orders').lines(new RegExp(`payment for ${item}$`));

test('an order that cannot be paid for is taken, and its payment begins to be tried', async () => {
  expect(JSON.parse((await checkout('unpayable')).body)).toEqual({ ordered: 'unpayable', paid: true });
  await example.app('orders').line(/^payment for unpayable$/);
});

test('a call that surely did not arrive is repeated as often as the policy says', async () => {
  const { status, ms } = await checkout('busy');
  expect(status).toBe(502);
  expect(asked('busy')).toBe(4);
  expect(ms).toBeGreaterThan(900);
});

test('a call that may have arrived is not repeated', async () => {
  expect((await checkout('broken')).status).toBe(502);
  expect(asked('broken')).toBe(1);
});

test('when most of twenty calls failed the circuit opens: calls to that path fail at once, and do not arrive', async () => {
  let last = '';
  for (let i = 0; i < 30 && !/circuit breaker is open/.test(last); i++) {
    last = (await checkout('broken')).body;
  }
  expect(asked()).toBe(20);
  const { status, body, ms } = await checkout('lamp');
  expect([status, body]).toEqual([502, expect.stringContaining('circuit breaker is open')]);
  expect(ms).toBeLessThan(500);
  expect(asked()).toBe(20);
  expect((await example.invoke('checkout', 'orders', '/health')).status).toBe(200);
});

test('a rate that comes too late is replaced by that of yesterday, and after three the server is left in peace', async () => {
  expect(await get('/prices/EUR')).toEqual({ rate: 1.1 });
  rates.delayMs = 2_000;
  for (let i = 0; i < 5; i++) {
    expect(await get('/prices/GBP')).toEqual({ rate: 0.8 });
  }
  expect(rates.calls).toBe(4);
  expect(example.app('checkout').lines(/yesterday's rate.*circuit breaker is open/)).toHaveLength(2);
});

test('a payment that cannot be handled comes six times, and then goes to the dead letters', async () => {
  await example.app('orders').line(/^gave up the payment for unpayable$/);
  expect(payments('unpayable')).toEqual([...Array.from({ length: 6 }, () => 'payment for unpayable'), 'gave up the payment for unpayable']);
});

test('after its time the circuit lets some calls through, and closes when they succeed', async () => {
  const begin = Date.now();
  let status = 0;
  while (status !== 200 && Date.now() - begin < 12_000) {
    status = (await checkout('table')).status;
    await sleep(200);
  }
  expect(status).toBe(200);
  expect(asked('table')).toBe(1);
  expect((await checkout('table')).status).toBe(200);
  expect((await checkout('table')).status).toBe(200);
});

test('a cart that cannot be read within a second is shown empty', async () => {
  expect(await get('/carts/ada')).toEqual({ ordered: 'table' });
  const over = redis.command('CLIENT', 'PAUSE', '3000');
  await sleep(200);
  const begin = Date.now();
  expect(await get('/carts/ada')).toEqual({});
  expect(Date.now() - begin).toBeLessThan(2_000);
  expect(example.app('checkout').lines(/^no cart: .*context deadline exceeded/)).toHaveLength(1);
  await over;
});
