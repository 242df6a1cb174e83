/** Keeps the orders. One that is new is announced in the same step, by the outbox of the store. */
import { DaprClient } from '@dapr/dapr';
import { Order } from './shared/order';
import { settings } from './shared/settings';
import { addShipped, takeShipped } from './shared/shipped';
import { Refused, serve } from './shared/web';

const STORE = 'orderstore';

async function main(): Promise<void> {
  const client = new DaprClient();
  const setting = await settings({ archive: 'on' });

  const find = async (id: string): Promise<Order | undefined> => ((await client.state.get(STORE, id)) || undefined) as Order | undefined;
  const known = async (id: string): Promise<Order> => {
    const order = await find(id);
    if (order === undefined) {
      throw new Refused(404, `there is no order ${id}`);
    }
    return order;
  };

  serve(5001, {
    'POST /orders': async ({ body: order }: { body: Order }) => {
      // A customer who got no answer asks again: the order is the same, and announced once.
      const existing = await find(order.id);
      if (existing === undefined) {
        const { id: key } = order;
        await client.state.transaction(STORE, [
          { operation: 'upsert', request: { key, value: order } },
          // What is announced, of the same key; it is not stored. Only here the type may be said: with it Redis wants its module for JSON,
          // and without it objects are announced in the spelling of Go.
          {
            operation: 'upsert',
            request: { key, value: order, metadata: { 'outbox.projection': 'true', contentType: 'application/json' } },
          },
        ]);
      }
      return existing ?? order;
    },

    'GET /orders/:id': ({ params }) => known(params.id),

    'POST /shipments/:id': async ({ params }) => {
      const shipped: Order = { ...(await known(params.id)), status: 'shipped' };
      // Outside of a transaction nothing is announced.
      const { error } = await client.state.save(STORE, [{ key: shipped.id, value: shipped }]);
      if (error) {
        throw error;
      }
      await addShipped(client, STORE, shipped.id);
      return shipped;
    },

    // Each pod is called: what one took from the list, the others do not find any more.
    'POST /jobs/nightly': async () => {
      const ids = setting('archive') === 'on' ? await takeShipped(client, STORE) : [];
      for (const id of ids) {
        const order = await find(id);
        await client.binding.send('archive', 'create', order, { key: `${id}.json` });
      }
      return { archived: ids.length };
    },
  });
}

void main();
