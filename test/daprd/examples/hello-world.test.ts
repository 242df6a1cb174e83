import { startRedis } from '../../../tools/real/servers/redis';
import { Example, startExample } from './support';

let example: Example;
beforeAll(async () => {
  example = await startExample('hello-world', async (processes) => {
    const redis = await startRedis(processes);
    return { hosts: { 'redis:6379': redis.address }, secrets: { redis: { password: redis.password } } };
  });
});
afterAll(() => example?.stop());

const greet = async (name: string): Promise<unknown> => (await example.app('hello').fetch(`/hello/${name}`)).json();

test('the application greets, and counts the visits of each guest', async () => {
  expect(await greet('Ada')).toEqual({ greeting: 'Hello, Ada', visits: 1 });
  expect(await greet('Ada')).toEqual({ greeting: 'Hello, Ada', visits: 2 });
  expect(await greet('Alan')).toEqual({ greeting: 'Hello, Alan', visits: 1 });
});

test('what it counted is in the store, and outlives it', async () => {
  const hello = example.app('hello');
  const stored = await fetch(hello.sidecar.url('/v1.0/state/statestore/Ada'));
  expect(await stored.json()).toBe(2);
  await hello.restart();
  expect(await greet('Ada')).toEqual({ greeting: 'Hello, Ada', visits: 3 });
});

test('it ends by itself when it is asked to', async () => {
  const hello = example.app('hello').process;
  hello.signal('SIGTERM');
  expect(await hello.exit(5_000)).toBe(0);
});
