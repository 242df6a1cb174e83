import { Processes } from '../../../tools/real/processes';
import { PostgreSqlServer, startPostgreSql } from '../../../tools/real/servers/postgresql';
import { Example, startExample } from './support';

let example: Example;
let postgres: PostgreSqlServer;
beforeAll(async () => {
  const processes = new Processes();
  postgres = await startPostgreSql(processes);
  example = await startExample(
    'workflow',
    {
      apps: ['orders', 'inventory', 'payment', 'shipping', 'checkout', 'backoffice'],
      secrets: { postgres: { connectionString: postgres.connectionString } },
      env: { PATIENCE_SECONDS: '4' },
      controlPlane: true,
      mtls: true,
    },
    processes,
  );
});
afterAll(() => example?.stop());

const post = async (from: string, to: string, path: string, body: object): Promise<Response> =>
  example.invoke(from, to, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Places an order as checkout does, and waits until its workflow is in a state. */
async function place(order: { id: string; item?: string; price?: number; card?: string }, ...wanted: string[]): Promise<any> {
  expect(await (await post('checkout', 'orders', '/orders', { item: 'lamp', price: 40, card: 'good', ...order })).json()).toEqual({
    id: order.id,
  });
  return reaches(order.id, ...(wanted.length > 0 ? wanted : ['COMPLETED']));
}

async function reaches(id: string, ...wanted: string[]): Promise<any> {
  const ask = async (): Promise<any> => {
    const state = (await (await example.invoke('checkout', 'orders', `/orders/${id}`)).json()) as { status: string; note?: string };
    return wanted.includes(state.status) || wanted.includes(state.note ?? '') ? state : undefined;
  };
  return example.app('orders').process.until(`had ${id} ${wanted.join(' or ')}`, ask, 20_000);
}

/** What an application remembers of an order. */
const booked = async (app: string, id: string): Promise<any> => {
  const answer = await fetch(example.app(app).sidecar.url(`/v1.0/state/bookings/${id}`));
  return answer.status === 204 ? undefined : answer.json();
};

const bookings = async (id: string): Promise<object> => ({
  inventory: await booked('inventory', id),
  payment: await booked('payment', id),
  shipping: await booked('shipping', id),
});

test('an order is reserved, charged and shipped, each by the application whose work it is', async () => {
  expect(await place({ id: 'plain' })).toEqual({ status: 'COMPLETED', result: '"shipped"' });
  expect(await bookings('plain')).toEqual({
    inventory: { item: 'lamp', reserved: true },
    payment: { tries: 1, charged: 40 },
    shipping: { item: 'lamp' },
  });
});

test('a step that fails is tried again, and charges once', async () => {
  expect((await place({ id: 'busy', card: 'busy-once' })).result).toBe('"shipped"');
  expect(await booked('payment', 'busy')).toEqual({ tries: 2, charged: 40 });
});

test('when a step fails for good, those before it are taken back', async () => {
  const { result } = await place({ id: 'big', item: 'too-big' });
  expect(result).toMatch(/^"taken back: big: Activity task #\d+ failed: no parcel is big enough"$/);
  expect(await bookings('big')).toEqual({});
  expect(example.app('payment').lines(/ big$/)).toEqual(['charged 40 for big', 'paid back what was charged for big']);
  expect(example.app('inventory').lines(/ big$/)).toEqual(['reserved too-big for big', 'released what was reserved for big']);
});

test('what was never done is not taken back', async () => {
  const { result } = await place({ id: 'none', item: 'sold-out' });
  expect(result).toMatch(/there is none left"$/);
  expect(await bookings('none')).toEqual({});
  expect(example.app('payment').lines(/ none$/)).toEqual([]);
});

test('a large order waits for a person, and goes on when one approves it', async () => {
  await place({ id: 'large', price: 5000 }, 'waits for approval');
  expect(await booked('payment', 'large')).toBeUndefined();
  expect((await post('backoffice', 'orders', '/approvals', { id: 'large', approved: true })).status).toBe(200);
  expect((await reaches('large', 'COMPLETED')).result).toBe('"shipped"');
  expect(await booked('payment', 'large')).toEqual({ tries: 1, charged: 5000 });
});

test.each([
  ['is refused', async (id: string) => void (await post('backoffice', 'orders', '/approvals', { id, approved: false }))],
  ['is forgotten', async () => undefined],
])('a large order that %s gives its goods free', async (how, then) => {
  const id = how.replace(' ', '-');
  await place({ id, price: 5000 }, 'waits for approval');
  expect(await booked('inventory', id)).toEqual({ item: 'lamp', reserved: true });
  await then(id);
  expect((await reaches(id, 'COMPLETED')).result).toBe('"taken back: nobody approved it"');
  expect(await bookings(id)).toEqual({});
});

test('a workflow goes on where it was when the application was restarted', async () => {
  await place({ id: 'kept', price: 5000 }, 'waits for approval');
  await example.app('orders').restart();
  await post('backoffice', 'orders', '/approvals', { id: 'kept', approved: true });
  expect((await reaches('kept', 'COMPLETED')).result).toBe('"shipped"');
});

test('only orders may have cards charged, and only backoffice approves', async () => {
  const refused = await post('checkout', 'payment', '/charges', { id: 'stolen', price: 1 });
  expect(refused.status).toBe(403);
  expect(await booked('payment', 'stolen')).toBeUndefined();
  expect((await post('checkout', 'orders', '/approvals', { id: 'large', approved: true })).status).toBe(403);
});

test('all applications end by themselves when they are asked to', async () => {
  for (const id of ['orders', 'inventory', 'payment', 'shipping']) {
    const running = example.app(id).process;
    running.signal('SIGTERM');
    expect(await running.exit(10_000)).toBe(0);
  }
});
