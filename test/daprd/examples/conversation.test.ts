import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { Example, startExample } from './support';

/** Stands for the provider that is down. */
let provider: Server;
let asked = 0;
let example: Example;
beforeAll(async () => {
  provider = createServer((_request, response) => {
    asked++;
    response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":{"message":"overloaded"}}');
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const component = (name: string, type: string, metadata: object[]): object => ({
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'support' },
    spec: { type, version: 'v1', metadata },
    scopes: ['assistant'],
  });
  example = await startExample('conversation', {
    overrides: [
      component('chat', 'conversation.openai', [
        { name: 'key', value: 'none' },
        { name: 'endpoint', value: endpoint },
      ]),
      component('chat-fallback', 'conversation.echo', []),
    ],
  });
});
afterAll(async () => {
  provider?.close();
  provider?.closeAllConnections();
  await example?.stop();
});

const ask = async (question: string): Promise<any> =>
  (await example.app('assistant').fetch('/questions', { method: 'POST', body: JSON.stringify({ question }) })).json();

test('when the model is down it is asked once more, and then the next one answers', async () => {
  expect(await ask('Where is my parcel?')).toEqual({ model: 'chat-fallback', answer: 'Where is my parcel?' });
  expect(asked).toBe(2);
  expect(example.app('assistant').lines(/^chat is down: .*overloaded/)).toHaveLength(1);
});

test('what is private does not reach the model', async () => {
  expect((await ask('Write to ada@example.com')).answer).toBe('Write to <EMAIL_ADDRESS>');
});

test('when it failed often enough it is not asked any more, and the next one answers at once', async () => {
  const calls = asked;
  const begin = Date.now();
  expect((await ask('Is it open?')).model).toBe('chat-fallback');
  expect((await ask('Is it open?')).model).toBe('chat-fallback');
  expect([asked, Date.now() - begin < 1_500]).toEqual([calls, true]);
});

test('the sidecar offers conversations, and nothing else', async () => {
  const { sidecar } = example.app('assistant');
  expect((await fetch(sidecar.url('/v1.0/metadata'))).status).toBe(404);
  expect((await fetch(sidecar.url('/v1.0/state/any/key'))).status).toBe(404);
});
