/** Takes orders, if it feels well: what is ordered says what goes wrong, so that you can see what the policies do about it. */
import { createServer, IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

interface Outcome {
  readonly status: number;
  readonly body?: object;
}

async function answer(request: IncomingMessage): Promise<Outcome> {
  switch (`${request.method} ${request.url}`) {
    case 'POST /orders': {
      const { item } = (await json(request)) as { item: string };
      console.log(`order of ${item}`);
      return order(item);
    }
    case 'GET /health':
      return { status: 200, body: { well: true } };
    case 'POST /payments': {
      // A message's status decides: 200 is done, 404 is dropped, anything else comes again.
      const { item } = ((await json(request)) as { data: { item: string } }).data;
      console.log(`payment for ${item}`);
      return { status: item === 'unpayable' ? 500 : 200, body: {} };
    }
    case 'POST /payments/dead': {
      const { item } = ((await json(request)) as { data: { item: string } }).data;
      console.log(`gave up the payment for ${item}`);
      return { status: 200, body: {} };
    }
    default:
      return { status: 404 };
  }
}

function order(item: string): Outcome {
  switch (item) {
    case 'busy': // says that it did nothing: it may be asked again
      return { status: 503 };
    case 'broken': // nobody knows how far it came
      return { status: 500 };
    default:
      return { status: 200, body: { ordered: item } };
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

server.listen(Number(process.env.APP_PORT ?? 5001));
process.once('SIGTERM', () => server.close());
