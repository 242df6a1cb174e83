/** Signs invoices: `POST /invoices`. The key is read once, for the first. */
import { createHmac } from 'node:crypto';
import { DaprServer, HttpMethod } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5001' });
const NAME = 'invoice-signing-key';
let key: string | undefined;

async function main(): Promise<void> {
  await server.invoker.listen(
    'invoices',
    async ({ body }) => {
      key ??= ((await server.client.secret.get('key-vault', NAME)) as Record<string, string>)[NAME];
      return { signature: createHmac('sha256', key).update(body!).digest('hex') };
    },
    { method: HttpMethod.POST },
  );
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

void main();
