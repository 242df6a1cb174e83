import { startRabbitMq } from '../../../tools/real/servers/rabbitmq';
import { Example, startExample } from './support';

let example: Example;
beforeAll(async () => {
  example = await startExample('pubsub', async (processes) => {
    const { url } = await startRabbitMq(processes);
    return { secrets: { rabbitmq: { url } } };
  });
});
afterAll(() => example?.stop());

async function publish(path: string, body: unknown): Promise<unknown> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await example.app('publisher').fetch(path, init)).json();
}

test('an order takes its way to the subscriber, a large one its own', async () => {
  const subscriber = example.app('subscriber');
  expect(await publish('/orders', { id: 1, total: 20 })).toEqual({ published: true });
  expect(await publish('/orders', { id: 2, total: 2_000 })).toEqual({ published: true });
  expect(await subscriber.line(/order 1$/)).toBe('order 1');
  expect(await subscriber.line(/order 2$/)).toBe('large order 2');
});

test('an order that fails is tried three times more, and then goes to the dead letter topic', async () => {
  const subscriber = example.app('subscriber');
  await publish('/orders', { id: 3, total: -1 });
  await subscriber.line(/dead order 3/);
  expect(subscriber.lines(/order 3/)).toEqual([...Array<string>(4).fill('order 3 failed'), 'dead order 3']);
});

test('clicks are published and delivered many at a time', async () => {
  const pages = ['home', 'tea', 'cart'];
  expect(
    await publish(
      '/clicks',
      pages.map((page) => ({ page })),
    ),
  ).toEqual({ published: 3 });
  const line = await example.app('subscriber').line(/clicks: /);
  expect(line.split(' ').slice(2).sort()).toEqual([...pages].sort());
  expect(line).toMatch(/^3 clicks/);
});

test('nobody publishes to a topic that is not theirs', async () => {
  const forbidden = async (app: string, topic: string): Promise<unknown> => {
    const answer = await fetch(example.app(app).sidecar.url(`/v1.0/publish/bus/${topic}`), { method: 'POST', body: '{}' });
    return [answer.status, ((await answer.json()) as { errorCode: string }).errorCode];
  };
  expect(await forbidden('publisher', 'orders-dead')).toEqual([403, 'ERR_PUBSUB_FORBIDDEN']);
  expect(await forbidden('subscriber', 'orders')).toEqual([403, 'ERR_PUBSUB_FORBIDDEN']);
  expect(await forbidden('publisher', 'elsewhere')).toEqual([403, 'ERR_PUBSUB_FORBIDDEN']);
});

test('what is published while the subscriber is down waits for it', async () => {
  const subscriber = example.app('subscriber');
  await subscriber.end();
  await publish('/orders', { id: 4, total: 40 });
  await subscriber.restart();
  expect(await subscriber.line(/order 4/)).toBe('order 4');
});
