/** Sessions and carts of those who visit the shop. */
import { CommunicationProtocolEnum, DaprClient, DaprServer, HttpMethod, StateConcurrencyEnum, StateConsistencyEnum } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '8080' });
const sessions = server.client.state;
// By gRPC: what comes by HTTP is no JSON any more once Dapr has encrypted it.
const carts = new DaprClient({ communicationProtocol: CommunicationProtocolEnum.GRPC }).state;

const FIRST_WRITE = {
  concurrency: StateConcurrencyEnum.CONCURRENCY_FIRST_WRITE,
  consistency: StateConsistencyEnum.CONSISTENCY_STRONG,
};

async function main(): Promise<void> {
  // A session goes by itself after half an hour, or with DELETE.
  await server.invoker.listen('sessions/:id', async ({ query }) => ({ session: await sessions.get('sessions', last(query)) }));
  await server.invoker.listen(
    'sessions/:id',
    async ({ query, body }) => done(await sessions.save('sessions', [{ key: last(query), value: JSON.parse(body!) }])),
    { method: HttpMethod.PUT },
  );
  await server.invoker.listen('sessions/:id', async ({ query }) => done(await sessions.delete('sessions', last(query))), {
    method: HttpMethod.DELETE,
  });

  // A cart comes with its ETag, which `get` does not have; whoever saves it says which cart was changed.
  await server.invoker.listen('carts/:user', async ({ query }) => {
    const [{ data, etag }] = (await carts.getBulk('carts', [last(query)])) as { data: string[] | ''; etag: string }[];
    return { items: data === '' ? [] : data, etag };
  });
  await server.invoker.listen(
    'carts/:user',
    async ({ query, body }) => {
      const { items, etag } = JSON.parse(body!) as { items: string[]; etag?: string };
      try {
        await carts.save('carts', [{ key: last(query), value: items, etag, options: FIRST_WRITE }]);
        return { saved: true };
      } catch (error) {
        return { saved: false, why: (error as Error).message };
      }
    },
    { method: HttpMethod.PUT },
  );
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

const last = (path?: string): string => decodeURIComponent(path!.split('/').pop()!);

/** By HTTP the SDK throws nothing when the sidecar refuses, but gives the error. */
function done({ error }: { error?: Error }): { saved: boolean; why?: string } {
  return error === undefined ? { saved: true } : { saved: false, why: error.message };
}

void main();
