/**
 * The shop's catalog. It has its sidecar call it later: every night to write the index anew, and when an offer ends.
 * PUT /offers/lamp with `{"price": 9, "for": "2h"}` makes one, DELETE /offers/lamp ends it at once, GET /products/lamp shows it.
 */
import { createServer, IncomingMessage } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { DaprClient } from '@dapr/dapr';

const STORE = 'products';
const NIGHTLY = '0 30 3 * * *'; // with seconds, as Dapr's Scheduler has it

interface Product {
  readonly price: number;
  readonly offer?: number;
}

const client = new DaprClient();

async function answer(request: IncomingMessage): Promise<object | string | undefined> {
  const [, kind, name] = (request.url ?? '').split('/');
  switch (`${request.method} /${kind}`) {
    case 'GET /healthz':
      return 'well';
    case 'GET /products':
      return read(name);
    case 'PUT /offers': {
      const { price, for: duration } = (await json(request)) as { price: number; for: string };
      await save(name, { ...(await read(name)), offer: price });
      await jobs('POST', `end-offer-${name}`, { dueTime: duration, data: { product: name }, overwrite: true });
      return { product: name, offer: price };
    }
    case 'DELETE /offers':
      await jobs('DELETE', `end-offer-${name}`);
      return endOffer(name);
    case 'POST /job':
      return run(name, await text(request));
    default:
      return undefined;
  }
}

/** What the sidecar calls, and calls again where this throws: another status than one of success is a failure. */
async function run(job: string, data: string): Promise<object> {
  try {
    const result = job === 'reindex' ? await reindex() : await endOffer((JSON.parse(data) as { product: string }).product);
    console.log(`ran ${job}`);
    return result;
  } catch (error) {
    console.log(`${job} failed: ${(error as Error).message}`);
    throw error;
  }
}

async function reindex(): Promise<object> {
  const names = (await client.state.get(STORE, 'all')) as string[];
  if (!Array.isArray(names)) {
    throw new Error('nothing was imported yet');
  }
  const { runs = 0 } = ((await client.state.get(STORE, 'index')) || {}) as { runs?: number };
  await save('index', { names: [...names].sort(), runs: runs + 1 });
  return { indexed: names.length };
}

async function endOffer(name: string): Promise<object> {
  const { price } = await read(name);
  await save(name, { price });
  return { product: name, price };
}

async function read(name: string): Promise<Product> {
  const product = (await client.state.get(STORE, name)) as Product | '';
  if (product === '') {
    throw new Error(`there is no ${name}`);
  }
  return product;
}

async function save(name: string, value: object): Promise<void> {
  const { error } = await client.state.save(STORE, [{ key: name, value }]);
  if (error !== undefined) {
    throw error;
  }
}

/** The SDK has nothing for jobs; the sidecar's own API needs no more than this. */
async function jobs(method: 'POST' | 'DELETE', name: string, job?: object): Promise<void> {
  const done = await fetch(`http://127.0.0.1:${process.env.DAPR_HTTP_PORT ?? 3500}/v1.0/jobs/${name}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(job),
  });
  if (!done.ok) {
    throw new Error(`${method} of the job ${name}: ${await done.text()}`);
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    (found) => response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

async function main(): Promise<void> {
  server.listen(Number(process.env.APP_PORT ?? 5000));
  await client.start();
  // Each replica says so at each start; it stays one job.
  await jobs('POST', 'reindex', { schedule: process.env.REINDEX_SCHEDULE ?? NIGHTLY, overwrite: true });
}

process.once('SIGTERM', () => server.close());
void main();
