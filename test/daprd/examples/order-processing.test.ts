import { createHmac } from 'node:crypto';
import { App, Chart, Testing } from 'cdk8s';
import { componentsOnRedis } from '../../../examples/order-processing/components-on-redis';
import { Mailbox, startMailbox } from '../../../tools/deploy-check/witness/mailbox';
import { SpanCollector, startCollector } from '../../../tools/deploy-check/witness/collector';
import { freePorts } from '../../../tools/real/ports';
import { RedisServer, startRedis } from '../../../tools/real/servers/redis';
import { Example, startExample } from './support';

/** Redis in place of Kafka, PostgreSQL and S3, a file in place of Vault: by the names that the applications use. */
function onRedis(redisHost: string, mailPort: number): object[] {
  const chart = new Chart(new App(), 'on-redis', { namespace: 'shop' });
  componentsOnRedis(chart, { redisHost, mailHost: '127.0.0.1', mailPort });
  return (Testing.synth(chart) as { kind: string }[]).filter(({ kind }) => kind === 'Component');
}

const order = (wish: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ customer: 'reader@example.com', item: 'book', quantity: 3, ...wish }),
});
const placed = { id: 'first', customer: 'reader@example.com', item: 'book', quantity: 3, status: 'placed' };

let redis: RedisServer;
let mailbox: Mailbox;
let collector: SpanCollector;
let example: Example;
beforeAll(async () => {
  example = await startExample('order-processing', async (processes) => {
    redis = await startRedis(processes);
    const [mailPort, tracePort] = await freePorts(2);
    mailbox = startMailbox(mailPort);
    collector = startCollector(tracePort);
    return {
      mtls: true,
      overrides: onRedis(redis.address, mailPort),
      hosts: { 'otel-collector.observability:4317': `127.0.0.1:${tracePort}` },
      secrets: { redis: { password: redis.password }, links: { signingKey: 'key' } },
    };
  });
}, 120_000);
afterAll(async () => {
  await example?.stop();
  mailbox?.stop();
  collector?.stop();
});

async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (const end = Date.now() + 30_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
  }
  throw new Error(`never ${what}`);
}

test('an order is stored, announced, shipped and written about, with a link that the shop has signed', async () => {
  const answer = await example.app('checkout').fetch('/orders', order({ id: 'first' }));
  expect([answer.status, await answer.json()]).toEqual([200, placed]);
  await until('shipped', async () => {
    const got = await example.invoke('shipping', 'orders', '/orders/first');
    return ((await got.json()) as { status: string }).status === 'shipped' ? true : undefined;
  });
  const mail = await until('written', () => mailbox.mails.find(({ to }) => to === 'reader@example.com'));
  const signature = createHmac('sha256', 'key').update('first').digest('hex');
  expect(mail.text).toContain(`https://shop.example.com/orders/first?signature=${signature}`);
});

test('who asks again gets the same order, and it is announced once', async () => {
  const mails = mailbox.mails.length;
  expect(await (await example.app('checkout').fetch('/orders', order({ id: 'first' }))).json()).toEqual({ ...placed, status: 'shipped' });
  await example.app('checkout').fetch('/orders', order({ id: 'second', customer: 'other@example.com' }));
  await until('written', () => mailbox.mails.find(({ to }) => to === 'other@example.com'));
  expect(mailbox.mails).toHaveLength(mails + 1);
});

test('a setting that changes counts at once', async () => {
  await redis.command('SET', 'maxQuantity', '2||2');
  const answer = await until('obeyed', async () => {
    const got = await example.app('checkout').fetch('/orders', order({ id: 'many' }));
    return got.status === 422 ? got.json() : undefined;
  });
  expect(answer).toEqual({ error: 'expected a quantity of at most 2, got 3' });
});

test.each([
  [{ customer: '' }, 'expected customer, item and quantity'],
  [{ quantity: 0 }, 'expected customer, item and quantity'],
])('a wish of %j is refused', async (wish, error) => {
  const answer = await example.app('checkout').fetch('/orders', order(wish));
  expect([answer.status, await answer.json()]).toEqual([400, { error }]);
});

test('the nightly job archives what was shipped, and only once', async () => {
  const nightly = async (): Promise<unknown> => (await example.app('orders').fetch('/jobs/nightly', { method: 'POST' })).json();
  let archived = 0;
  await until('archived both', async () => {
    archived += ((await nightly()) as { archived: number }).archived;
    return archived >= 2 ? true : undefined;
  });
  expect(archived).toBe(2);
  expect(await redis.command('GET', 'first.json')).toContain('"status":"shipped"');
  expect(await nightly()).toEqual({ archived: 0 });
});

test('notification reads the secret that it is allowed, and no other', async () => {
  const answer = await fetch(example.app('notification').sidecar.url('/v1.0/secrets/vault/redis'));
  expect([answer.status, await answer.json()]).toMatchObject([403, { errorCode: 'ERR_PERMISSION_DENIED' }]);
});

test('orders refuses who may not call it', async () => {
  const answer = await example.invoke('notification', 'orders', '/orders/first');
  expect(answer.status).toBe(403);
}, 180_000);
