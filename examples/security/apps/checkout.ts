/** Places orders: POST /checkout with `{"id": "1", "item": "lamp"}`. GET /checkout/1 shows one. */
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { DaprClient, HttpMethod } from '@dapr/dapr';

// Shows the sidecar the token of the variable DAPR_API_TOKEN with each call.
const client = new DaprClient();

async function answer(request: IncomingMessage): Promise<object | undefined> {
  const [, kind, id] = (request.url ?? '').split('/');
  switch (`${request.method} /${kind}`) {
    case 'POST /checkout':
      return client.invoker.invoke('orders', 'orders', HttpMethod.POST, (await json(request)) as object);
    case 'GET /checkout':
      return client.invoker.invoke('orders', `orders/${id}`, HttpMethod.GET);
    default:
      return undefined;
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
