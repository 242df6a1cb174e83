/** Makes an order of a cart, and finds orders. */
import { CommunicationProtocolEnum, DaprClient, DaprServer, HttpMethod, StateConcurrencyEnum, StateConsistencyEnum } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '5000' });
const { state } = server.client;
// By gRPC: what comes by HTTP is no JSON any more once Dapr has encrypted it.
const carts = new DaprClient({ communicationProtocol: CommunicationProtocolEnum.GRPC }).state;

const FIRST_WRITE = {
  concurrency: StateConcurrencyEnum.CONCURRENCY_FIRST_WRITE,
  consistency: StateConsistencyEnum.CONSISTENCY_STRONG,
};

interface Order {
  readonly customer: string;
  readonly items: string[];
}

async function main(): Promise<void> {
  // The order and the customer's number of orders change together, or not at all.
  await server.invoker.listen(
    'checkout/:user',
    async ({ query }) => {
      const customer = last(query);
      const items = (await carts.get('carts', customer)) as string[];
      const [{ data, etag }] = (await state.getBulk('orders', [`count-${customer}`])) as { data?: number; etag?: string }[];
      const count = (data ?? 0) + 1;
      const id = `${customer}-${count}`;
      const order: Order = { customer, items };
      // The SDK's type asks for an object here, the sidecar for a text.
      const ifUnchanged = { etag: etag as never, options: FIRST_WRITE };
      await state.transaction('orders', [
        { operation: 'upsert', request: { key: id, value: order } },
        { operation: 'upsert', request: { key: `count-${customer}`, value: count, ...ifUnchanged } },
      ]);
      await carts.delete('carts', customer);
      return { id, ...order };
    },
    { method: HttpMethod.POST },
  );

  // Several by their ids, at once.
  await server.invoker.listen('orders/:ids', async ({ query }) => state.getBulk('orders', last(query).split(',')));

  // Those that have something in common.
  await server.invoker.listen('customers/:user/orders', async ({ query }) =>
    state.query('orders', {
      filter: { EQ: { customer: decodeURIComponent(query!.split('/')[2]) } },
      sort: [{ key: 'customer', order: 'ASC' }],
      page: { limit: 10 },
    }),
  );
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

const last = (path?: string): string => decodeURIComponent(path!.split('/').pop()!);

void main();
