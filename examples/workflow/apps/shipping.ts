/** Sends parcels: one for an order, however often it is asked to. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

const STORE = 'bookings';

const server = new DaprServer();
const { state } = server.client;

async function main(): Promise<void> {
  await server.invoker.listen('shipments', ship, { method: HttpMethod.POST });
  await server.start();
}

async function ship({ body }: { body?: string }): Promise<object> {
  const { id, item } = JSON.parse(body!) as { id: string; item: string };
  if (item === 'too-big') {
    return { refused: 'no parcel is big enough' };
  }
  await state.save(STORE, [{ key: id, value: { item } }]);
  console.log(`shipped ${item} for ${id}`);
  return { shipped: item };
}

process.once('SIGTERM', () => void server.stop());
void main();
