/** Takes orders, and tells nobody: POST /orders with `{"id": "1", "item": "lamp"}`, DELETE /orders/1. The outbox of its store announces both. */
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { DaprClient } from '@dapr/dapr';

const STORE = 'orderstore';

interface Order {
  readonly id: string;
  readonly item: string;
  readonly status: 'placed' | 'cancelled';
}

const client = new DaprClient();

async function answer(request: IncomingMessage): Promise<Order | undefined> {
  const [, kind, id] = (request.url ?? '').split('/');
  switch (`${request.method} /${kind}`) {
    case 'POST /orders': {
      const { id: key, item } = (await json(request)) as Order;
      return keep({ id: key, item, status: 'placed' });
    }
    case 'DELETE /orders':
      return keep({ ...((await client.state.get(STORE, id)) as Order), status: 'cancelled' });
    default:
      return undefined;
  }
}

/** Only a transaction is announced, and without its content type the message would be what Go prints of a map. */
async function keep(order: Order): Promise<Order> {
  const request = { key: order.id, value: order, metadata: { contentType: 'application/json' } };
  await client.state.transaction(STORE, [{ operation: 'upsert', request }]);
  return order;
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(Number(process.env.APP_PORT ?? 5000));
process.once('SIGTERM', () => server.close());
