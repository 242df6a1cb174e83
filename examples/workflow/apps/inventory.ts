/** Keeps goods back for orders, and gives them free again. A call that comes twice does no harm. */
import { DaprServer, HttpMethod } from '@dapr/dapr';

const STORE = 'bookings';

const server = new DaprServer();
const { state } = server.client;

async function main(): Promise<void> {
  await server.invoker.listen('reservations', reserve, { method: HttpMethod.POST });
  await server.invoker.listen('reservations/release', release, { method: HttpMethod.POST });
  await server.start();
}

async function reserve({ body }: { body?: string }): Promise<object> {
  const { id, item } = JSON.parse(body!) as { id: string; item: string };
  if (item === 'sold-out') {
    return { refused: 'there is none left' };
  }
  await state.save(STORE, [{ key: id, value: { item, reserved: true } }]);
  console.log(`reserved ${item} for ${id}`);
  return { reserved: item };
}

async function release({ body }: { body?: string }): Promise<object> {
  const { id } = JSON.parse(body!) as { id: string };
  await state.delete(STORE, id);
  console.log(`released what was reserved for ${id}`);
  return { released: id };
}

process.once('SIGTERM', () => void server.stop());
void main();
