/** Greets whoever comes, and remembers how often: `GET /hello/<name>`. */
import { DaprServer } from '@dapr/dapr';

/** The component that main.ts describes. */
const STORE = 'statestore';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '3000' });
const { state } = server.client;

async function main(): Promise<void> {
  await server.invoker.listen('hello/:name', async ({ query }) => {
    const name = decodeURIComponent(query!.split('/')[2]);
    const visits = (Number(await state.get(STORE, name)) || 0) + 1;
    const { error } = await state.save(STORE, [{ key: name, value: visits }]);
    return error === undefined ? { greeting: `Hello, ${name}`, visits } : { error: error.message };
  });
  process.once('SIGTERM', () => void server.stop());
  await server.start();
  console.log('hello is ready');
}

void main();
