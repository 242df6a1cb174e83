/** Takes orders, large ones by a way of their own, what failed, and clicks. Which topic comes to which path is in main.ts. */
import { DaprPubSubStatusEnum, DaprServer, HttpMethod } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '6000' });

interface Order {
  readonly id: number;
  readonly total: number;
}

/** An event as the sidecar delivers it: in the envelope of CloudEvents. */
interface Event<T> {
  readonly data: T;
}

async function main(): Promise<void> {
  await on<Event<Order>>('orders', ({ data: { id, total } }) => {
    if (total < 0) {
      console.log(`order ${id} failed`);
      return { status: DaprPubSubStatusEnum.RETRY };
    }
    console.log(`order ${id}`);
    return { status: DaprPubSubStatusEnum.SUCCESS };
  });
  await on<Event<Order>>('orders/large', ({ data: { id } }) => {
    console.log(`large order ${id}`);
    return { status: DaprPubSubStatusEnum.SUCCESS };
  });
  await on<Event<Order>>('orders/dead', ({ data: { id } }) => {
    console.log(`dead order ${id}`);
    return { status: DaprPubSubStatusEnum.SUCCESS };
  });
  // Many at a time: each has its own status.
  await on<{ entries: { entryId: string; event: Event<{ page: string }> }[] }>('clicks', ({ entries }) => {
    console.log(`${entries.length} clicks: ${entries.map(({ event }) => event.data.page).join(' ')}`);
    return { statuses: entries.map(({ entryId }) => ({ entryId, status: DaprPubSubStatusEnum.SUCCESS })) };
  });
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

/**
 * A path that the sidecar delivers to. The SDK's own `pubsub.subscribe` would declare a subscription of its own, beside that of main.ts.
 */
function on<T>(path: string, handle: (event: T) => object): Promise<void> {
  return server.invoker.listen(path, async ({ body }) => handle(JSON.parse(body!) as T), { method: HttpMethod.POST });
}

void main();
