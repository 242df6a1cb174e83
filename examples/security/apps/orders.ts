/** Keeps orders. Who may call it, Dapr decides; that it was Dapr who called, it sees for itself. */
import { timingSafeEqual } from 'node:crypto';
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { DaprClient } from '@dapr/dapr';

const STORE = 'orderstore';

// Shows the sidecar the token of the variable DAPR_API_TOKEN with each call.
const client = new DaprClient();

/** Dapr sends this token and checks nothing: whoever reaches the port without it is no sidecar. */
function fromSidecar(request: IncomingMessage): boolean {
  const expected = Buffer.from(process.env.APP_API_TOKEN ?? '');
  const given = Buffer.from(String(request.headers['dapr-api-token'] ?? ''));
  return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
}

async function answer(request: IncomingMessage): Promise<object | undefined> {
  const [, kind, id] = (request.url ?? '').split('/');
  switch (`${request.method} /${kind}`) {
    case 'POST /orders': {
      const order = (await json(request)) as { id: string };
      const { error } = await client.state.save(STORE, [{ key: order.id, value: order }]);
      if (error !== undefined) {
        throw error;
      }
      return order;
    }
    case 'GET /orders':
      return id === 'export' ? { all: 'orders' } : ((await client.state.get(STORE, id)) as object);
    default:
      return undefined;
  }
}

const server = createServer((request, response) => {
  if (!fromSidecar(request)) {
    response.writeHead(401).end();
    return;
  }
  answer(request).then(
    (found) => response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(Number(process.env.APP_PORT ?? 5001));
process.once('SIGTERM', () => server.close());
