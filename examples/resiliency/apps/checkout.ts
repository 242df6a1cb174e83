/**
 * Takes orders, and goes on working when something else does not: POST /checkout with `{"cart": "ada", "item": "lamp"}`,
 * GET /carts/ada, GET /prices/EUR.
 */
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { DaprClient, HttpMethod } from '@dapr/dapr';

/** What was good enough yesterday. */
const RATES: Record<string, number> = { EUR: 0.9, GBP: 0.8 };

const client = new DaprClient();

async function answer(request: IncomingMessage): Promise<object | undefined> {
  const [, kind, name] = (request.url ?? '').split('/');
  switch (`${request.method} /${kind}`) {
    case 'POST /checkout':
      return checkout((await json(request)) as { cart: string; item: string });
    case 'GET /carts':
      return cart(name);
    case 'GET /prices':
      return { rate: await rate(name) };
    default:
      return undefined;
  }
}

/** The sidecar tries again, waits and gives up, as the policy of orders says: there is none of that here. */
async function checkout({ cart, item }: { cart: string; item: string }): Promise<object> {
  const order = await client.invoker.invoke('orders', 'orders', HttpMethod.POST, { item });
  await client.state.save('carts', [{ key: cart, value: { ordered: item } }]);
  const { error } = await client.pubsub.publish('bus', 'payments', { cart, item });
  return { ...order, paid: error === undefined };
}

/** Someone whose cart cannot be read begins with an empty one. */
async function cart(name: string): Promise<object> {
  try {
    return ((await client.state.get('carts', name)) || {}) as object;
  } catch (error) {
    console.log(`no cart: ${(error as Error).message}`);
    return {};
  }
}

async function rate(currency: string): Promise<number> {
  try {
    const rates = (await client.invoker.invoke('exchange-rates', 'latest', HttpMethod.GET)) as Record<string, number>;
    return (RATES[currency] = rates[currency]);
  } catch (error) {
    console.log(`yesterday's rate: ${(error as Error).message}`);
    return RATES[currency];
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
    (error: Error) => response.writeHead(502).end(error.message),
  );
});

server.listen(Number(process.env.APP_PORT ?? 5000));
process.once('SIGTERM', () => server.close());
