/** Takes orders from customers. What is allowed is a setting, which may change while this runs. */
import { randomUUID } from 'node:crypto';
import { DaprClient, HttpMethod } from '@dapr/dapr';
import { Order, Wish } from './shared/order';
import { settings } from './shared/settings';
import { Refused, serve } from './shared/web';

async function main(): Promise<void> {
  const client = new DaprClient();
  const setting = await settings({ maxQuantity: '100' });

  serve(5000, {
    'POST /orders': async ({ body }) => {
      const { id = randomUUID(), customer, item, quantity } = (body ?? {}) as Wish;
      if (!customer || !item || !(quantity > 0)) {
        throw new Refused(400, 'expected customer, item and quantity');
      }
      if (quantity > Number(setting('maxQuantity'))) {
        throw new Refused(422, `expected a quantity of at most ${setting('maxQuantity')}, got ${quantity}`);
      }
      const order: Order = { id, customer, item, quantity, status: 'placed' };
      return client.invoker.invoke('orders', 'orders', HttpMethod.POST, order);
    },
  });
}

void main();
