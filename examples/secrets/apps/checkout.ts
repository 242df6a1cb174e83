/** Takes payments: `POST /payments`. The key of the payment provider is a Kubernetes Secret; the carts' password is none of its business. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5000' });
const { secret, state } = server.client;

async function main(): Promise<void> {
  await server.invoker.listen(
    'payments',
    async ({ body }) => {
      const { cart } = JSON.parse(body!) as { cart: string };
      const { apiKey } = (await secret.get('kubernetes', 'payment-provider')) as { apiKey: string };
      // Here the provider would be called with it.
      await state.save('carts', [{ key: cart, value: 'paid' }]);
      return { cart: await state.get('carts', cart), keyLength: apiKey.length };
    },
    { method: HttpMethod.POST },
  );
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

void main();
