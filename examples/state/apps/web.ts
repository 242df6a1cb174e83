/** Sessions and carts of those who visit the shop. */
import { DaprServer, HttpMethod, StateConcurrencyEnum, StateConsistencyEnum } from '@dapr/dapr';

const server = new DaprServer({ serverPort: process.env.APP_PORT ?? '8080' });
const { state } = server.client;

const FIRST_WRITE = {
  concurrency: StateConcurrencyEnum.CONCURRENCY_FIRST_WRITE,
  consistency: StateConsistencyEnum.CONSISTENCY_STRONG,
};

async function main(): Promise<void> {
  // A session goes by itself after half an hour, or with DELETE.
  await server.invoker.listen('sessions/:id', async ({ query }) => ({ session: await state.get('sessions', last(query)) }));
  await server.invoker.listen(
    'sessions/:id',
    async ({ query, body }) => saved(await state.save('sessions', [{ key: last(query), value: JSON.parse(body!) }])),
    { method: HttpMethod.PUT },
  );
  await server.invoker.listen('sessions/:id', async ({ query }) => saved(await state.delete('sessions', last(query))), {
    method: HttpMethod.DELETE,
  });

  // A cart comes with its ETag, which `state.get` does not have; whoever saves it says which cart was changed.
  await server.invoker.listen('carts/:user', async ({ query }) => {
    const [{ data, etag }] = (await state.getBulk('carts', [last(query)])) as Entry[];
    return { items: data ?? [], etag };
  });
  await server.invoker.listen(
    'carts/:user',
    async ({ query, body }) => {
      const { items, etag } = JSON.parse(body!) as { items: string[]; etag?: string };
      return saved(await state.save('carts', [{ key: last(query), value: items, etag, options: FIRST_WRITE }]));
    },
    { method: HttpMethod.PUT },
  );
  process.once('SIGTERM', () => void server.stop());
  await server.start();
}

interface Entry {
  readonly data?: string[];
  readonly etag?: string;
}

const last = (path?: string): string => decodeURIComponent(path!.split('/').pop()!);

/** The SDK throws nothing when the sidecar refuses: the error has the sidecar's status as JSON. */
function saved({ error }: { error?: Error }): { status: number } {
  return { status: error === undefined ? 200 : (JSON.parse(error.message) as { status: number }).status };
}

void main();
