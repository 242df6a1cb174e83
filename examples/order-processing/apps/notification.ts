/** Tells customers of their orders, by mail with a link that only this shop can have made. */
import { createHmac } from 'node:crypto';
import { DaprClient } from '@dapr/dapr';
import { CloudEvent, Order } from './shared/order';
import { serve } from './shared/web';

async function main(): Promise<void> {
  const client = new DaprClient();
  const { signingKey } = (await client.secret.get('vault', 'links')) as { signingKey: string };

  serve(5002, {
    'POST /events/orders': async ({ body }: { body: CloudEvent<Order> }) => {
      const { id, customer, item, quantity } = body.data;
      const signature = createHmac('sha256', signingKey).update(id).digest('hex');
      const text = `<p>Your order of ${quantity} ${item}: https://shop.example.com/orders/${id}?signature=${signature}</p>`;
      await client.binding.send('mail', 'create', text, { emailTo: customer, subject: `Your order ${id}` });
      console.log(`wrote to ${customer} about order ${id}`);
    },
  });
}

void main();
