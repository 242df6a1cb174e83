/** Keeps the orders: `POST /orders` places one, `GET /orders` lists them. Who may do which is in main.ts, not here. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

interface Order {
  readonly id: number;
  readonly item: string;
}

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5001' });
const orders: Order[] = [];

async function main(): Promise<void> {
  await server.invoker.listen(
    'orders',
    async ({ body }) => {
      const order = { id: orders.length + 1, ...JSON.parse(body!) } as Order;
      orders.push(order);
      console.log(`order ${order.id}: ${order.item}`);
      return order;
    },
    { method: HttpMethod.POST },
  );
  await server.invoker.listen('orders', async () => orders);
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

void main();
