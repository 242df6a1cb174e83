/** Publishes what comes: `POST /orders` an order, `POST /clicks` a list of clicks. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5000' });
const { pubsub } = server.client;

async function main(): Promise<void> {
  await server.invoker.listen(
    'orders',
    async ({ body }) => {
      // The SDK throws nothing when the sidecar refuses, but gives the error.
      const { error } = await pubsub.publish('bus', 'orders', JSON.parse(body!));
      return { published: error === undefined, why: error?.message };
    },
    { method: HttpMethod.POST },
  );
  await server.invoker.listen(
    'clicks',
    async ({ body }) => {
      const clicks = JSON.parse(body!) as object[];
      const { failedMessages } = await pubsub.publishBulk('bus', 'clicks', clicks);
      return { published: clicks.length - failedMessages.length };
    },
    { method: HttpMethod.POST },
  );
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

void main();
