/** What was sold: `GET /sales` asks the warehouse, whose password only the sidecar knows. */
import { DaprServer } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5002' });

async function main(): Promise<void> {
  await server.invoker.listen('sales', async () => ({
    sales: await server.client.binding.send('warehouse', 'query', '', {
      sql: 'SELECT item, count(*) FROM sales GROUP BY item ORDER BY item',
    }),
  }));
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

void main();
