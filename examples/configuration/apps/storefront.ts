/** What visitors see: `GET /checkout` is the new one where the switch `newCheckout` of the store `flags` is on. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '8080' });
const store = `http://127.0.0.1:${process.env.DAPR_HTTP_PORT ?? '3500'}/v1.0/configuration/flags`;
const KEY = 'newCheckout';

type Items = { [key: string]: { value: string } | undefined };

let isNew = false;

async function main(): Promise<void> {
  await server.invoker.listen('checkout', async () => ({ page: isNew ? 'new' : 'old' }));
  // Where the sidecar posts each change.
  await server.invoker.listen(
    `configuration/flags/${KEY}`,
    async ({ body }) => {
      take((JSON.parse(body!) as { items: Items }).items);
    },
    { method: HttpMethod.POST },
  );
  await server.start();
  // In this order no change is missed.
  const { id } = (await (await fetch(`${store}/subscribe?key=${KEY}`)).json()) as { id: string };
  take((await (await fetch(`${store}?key=${KEY}`)).json()) as Items);
  process.once('SIGTERM', () => void fetch(`${store}/${id}/unsubscribe`).finally(() => server.stop()));
}

function take(items: Items): void {
  isNew = items[KEY]?.value === 'true';
  console.log(`checkout is ${isNew ? 'new' : 'old'}`);
}

void main();
