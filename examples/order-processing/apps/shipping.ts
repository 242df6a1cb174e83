/** Ships what was ordered: reads the order as it is now, and says when it is on its way. */
import { DaprClient, HttpMethod } from '@dapr/dapr';
import { CloudEvent, Order } from './shared/order';
import { serve } from './shared/web';

async function main(): Promise<void> {
  const client = new DaprClient();

  serve(5003, {
    'POST /events/orders': async ({ body }: { body: CloudEvent<Order> }) => {
      const { id } = body.data;
      const order = (await client.invoker.invoke('orders', `orders/${id}`, HttpMethod.GET)) as Order;
      // An event may come twice: what is on its way already is not sent again.
      if (order.status === 'placed') {
        console.log(`ships ${order.quantity} ${order.item} to ${order.customer}`);
        await client.invoker.invoke('orders', `shipments/${id}`, HttpMethod.POST);
      }
    },
  });
}

void main();
