/** Takes orders and sales from wherever they come. What is answered with an error comes again, as far as its source can do that. */
import { DaprServer } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '6000' });

async function main(): Promise<void> {
  // The paths are the routes of the components.
  await server.binding.receive('orders/partner', async (order) => console.log(`order of a partner: ${JSON.stringify(order)}`));
  await server.binding.receive('orders/marketplace', async (order) => console.log(`order of the marketplace: ${JSON.stringify(order)}`));
  await server.binding.receive('sales', async (sale) => console.log(`sale: ${JSON.stringify(sale)}`));
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

void main();
