/** Takes what customers buy, and orders it: `POST /checkout` calls `orders` by its app id. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5000' });
const { invoker } = server.client;

async function main(): Promise<void> {
  await server.invoker.listen(
    'checkout',
    async ({ body }) => {
      try {
        return await invoker.invoke('orders', 'orders', HttpMethod.POST, JSON.parse(body!));
      } catch (error) {
        // What is thrown here would end the process: the SDK's listener does not catch it.
        return { refused: (error as Error).message };
      }
    },
    { method: HttpMethod.POST },
  );
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

void main();
