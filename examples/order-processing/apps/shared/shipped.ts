import { setTimeout as sleep } from 'node:timers/promises';
import { DaprClient, StateConcurrencyEnum, StateConsistencyEnum } from '@dapr/dapr';

const KEY = 'shipped-orders';
const ATTEMPTS = 20;
const FIRST_WRITE = {
  concurrency: StateConcurrencyEnum.CONCURRENCY_FIRST_WRITE,
  consistency: StateConsistencyEnum.CONSISTENCY_STRONG,
};

/** Adds an order to the list of those that the nightly job archives. */
export async function addShipped(client: DaprClient, store: string, id: string): Promise<void> {
  await change(client, store, (ids) => (ids.includes(id) ? ids : [...ids, id]));
}

/** Gives the list, and leaves an empty one. */
export async function takeShipped(client: DaprClient, store: string): Promise<string[]> {
  return change(client, store, () => []);
}

/** Changes the list by its ETag: whoever comes second with the same one reads again. Gives what there was before. */
async function change(client: DaprClient, store: string, to: (ids: string[]) => string[]): Promise<string[]> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [{ data, etag }] = (await client.state.getBulk(store, [KEY])) as { data?: string[]; etag?: string }[];
    const before = data ?? [];
    // With an ETag that no value has, the first write wins where there is none yet.
    const { error } = await client.state.save(store, [{ key: KEY, value: to(before), etag: etag ?? '-1', options: FIRST_WRITE }]);
    if (error === undefined) {
      return before;
    }
    await sleep(Math.random() * 50);
  }
  throw new Error(`${KEY} was changed by others ${ATTEMPTS} times`);
}
