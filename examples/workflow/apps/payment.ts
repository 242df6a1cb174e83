/** Charges cards, and pays back. It remembers what it did for which order, so that no call is paid for twice. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

const STORE = 'bookings';

const server = new DaprServer();
const { state } = server.client;

interface Order {
  readonly id: string;
  readonly price: number;
  readonly card: string;
}

async function main(): Promise<void> {
  await server.invoker.listen('charges', charge, { method: HttpMethod.POST });
  await server.invoker.listen('charges/refund', refund, { method: HttpMethod.POST });
  await server.start();
}

async function charge({ body }: { body?: string }): Promise<object> {
  const order = JSON.parse(body!) as Order;
  const { charged, tries = 0 } = ((await state.get(STORE, order.id)) || {}) as { charged?: number; tries?: number };
  if (charged !== undefined) {
    return { charged };
  }
  await state.save(STORE, [{ key: order.id, value: { tries: tries + 1 } }]);
  const refused = provider(order.card, tries);
  if (refused !== undefined) {
    return { refused };
  }
  await state.save(STORE, [{ key: order.id, value: { tries: tries + 1, charged: order.price } }]);
  console.log(`charged ${order.price} for ${order.id}`);
  return { charged: order.price };
}

async function refund({ body }: { body?: string }): Promise<object> {
  const { id } = JSON.parse(body!) as Order;
  await state.delete(STORE, id);
  console.log(`paid back what was charged for ${id}`);
  return { refunded: id };
}

/** Stands for the provider, with cards for tests as all have them. */
function provider(card: string, tries: number): string | undefined {
  switch (card) {
    case 'declined':
      return 'the card is declined';
    case 'busy-once':
      return tries === 0 ? 'try again later' : undefined;
    default:
      return undefined;
  }
}

process.once('SIGTERM', () => void server.stop());
void main();
