import { Collector, startCollector } from './collector';
import { Example, startExample } from './support';

const POST = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ item: 'tea' }) };

let example: Example;
let zipkin: Collector;
beforeAll(async () => {
  zipkin = await startCollector();
  example = await startExample('service-invocation', { mtls: true, hosts: { 'zipkin.observability:9411': zipkin.address } });
});
afterAll(async () => {
  await example?.stop();
  await zipkin?.stop();
});

const buy = async (): Promise<unknown> => (await example.app('checkout').fetch('/checkout', POST)).json();
const denied = (who: string, verb: string): object => ({
  errorCode: 'ERR_DIRECT_INVOKE',
  message: expect.stringContaining(
    `access control policy has denied access to id: spiffe://public/ns/shop/${who} operation: orders verb: ${verb}`,
  ),
});

test('checkout orders by the app id of orders', async () => {
  expect(await buy()).toEqual({ id: 1, item: 'tea' });
  expect(await example.app('orders').line(/^order 1/)).toBe('order 1: tea');
});

test('what checkout may not call is refused, and never reaches orders', async () => {
  const list = await example.invoke('checkout', 'orders', '/orders');
  expect([list.status, await list.json()]).toEqual([403, denied('checkout', 'GET')]);
});

test('whoever is not checkout may not place an order', async () => {
  const stranger = await example.stranger('stranger', 'shop');
  const answer = await fetch(stranger.url('/v1.0/invoke/orders/method/orders'), POST);
  expect([answer.status, await answer.json()]).toEqual([403, denied('stranger', 'POST')]);
  expect(example.app('orders').lines(/^order/)).toEqual(['order 1: tea']);
});

test('an order that is placed while orders restarts is tried again until it is taken', async () => {
  await buy(); // the breaker counts failures in a row, refused calls too
  await example.app('orders').process.stop();
  const order = buy();
  await example.app('checkout').sidecar.process.line(/Error processing operation .*orders.*Retrying/);
  await example.app('orders').restart();
  expect(await order).toEqual({ id: 1, item: 'tea' });
});

test('calls are traced to Zipkin: the refused one was tried six times, because a refusal is no answer of the application', async () => {
  const refused = await zipkin.until((spans) => {
    const found = spans.filter(({ name, tags }) => name === 'calllocal/orders/orders' && tags.error?.includes('shop/checkout'));
    return found.length >= 6 ? found : [];
  });
  expect(refused).toHaveLength(6);
});
