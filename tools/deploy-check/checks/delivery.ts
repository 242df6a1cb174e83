/** Each kind of message of the shop, from inside. */
import { Tally } from '../../tally';
import { Answer, APPS, REPLICAS, Shop } from './shop';

const BOOK = { customer: 'reader@example.com', item: 'book', quantity: 3 };

/** Asks the shop for all that Dapr does for it. */
export async function deliveryChecks(shop: Shop, tally: Tally): Promise<void> {
  const id = 'first';
  await tally.checkLater('every pod of the shop has its sidecar, and both are ready (2/2)', () => pods(shop));
  await tally.checkLater('a customer places an order: checkout invokes orders', async () => {
    expectAnswer(await shop.place({ id, ...BOOK }), 200, `"id":"${id}"`);
  });
  await tally.checkLater('the state is kept: shipping reads the order from orders', async () => {
    expectAnswer(await shop.invoke('shipping', 'orders', `/orders/${id}`), 200, '"quantity":3');
  });
  await tally.checkLater('the order was published by the outbox and delivered: it is shipped, and the customer has a mail', async () => {
    await delivered(shop, [id]);
  });
  await tally.checkLater('a secret resolves: the link in the mail is signed with the key of the Secret', async () => {
    expectText((await mailOf(shop, id))?.text ?? '', `signature=${shop.signature(id)}`);
  });
  await tally.checkLater('a secret that is not allowed is denied', async () => {
    expectAnswer(await shop.sidecar('notification', '/secrets/vault/redis'), 403, 'ERR_PERMISSION_DENIED');
  });
  await tally.checkLater('calls that access control does not allow are denied', async () => {
    // At once: each is tried again as often as the resiliency says, because Dapr takes a refusal for a failure like any other.
    const refused = await Promise.all([
      shop.invoke('notification', 'orders', `/orders/${id}`),
      shop.invoke('checkout', 'orders', `/orders/${id}`),
      shop.invoke('shipping', 'orders', '/orders', 'POST', { id: 'forged', ...BOOK }),
    ]);
    refused.forEach((answer) => expectAnswer(answer, 403, ''));
    expectText(await shop.redis('EXISTS', 'orders||forged'), '0');
  });
  await tally.checkLater('a setting that changes reaches the applications that run', () => settings(shop));
  await tally.checkLater('the nightly job archives what was shipped, by an output binding', async () => {
    expectAnswer(await shop.app('orders', 5001, '/jobs/nightly', 'POST'), 200, '"archived":');
    expectText(await shop.redis('GET', `${id}.json`), '"status":"shipped"');
  });
  await tally.checkLater('traces of all four applications arrive', () => traces(shop));
}

async function pods(shop: Shop): Promise<string> {
  const { items } = await shop.kubectl.json(['get', 'pods', '--selector=app.kubernetes.io/name']);
  const states = (items as Pod[]).map(({ metadata, status }) => {
    const containers = status.containerStatuses ?? [];
    const names = containers.map(({ name }) => name).sort();
    return { name: metadata.name, names, ready: containers.filter(({ ready }) => ready).length };
  });
  const wrong = states.filter(({ names, ready }) => names.join() !== 'app,daprd' || ready !== 2);
  if (states.length !== APPS.length * REPLICAS || wrong.length > 0) {
    throw new Error(`expected ${APPS.length * REPLICAS} pods of app and daprd, got ${JSON.stringify(states)}`);
  }
  return `${states.length} pods`;
}

interface Pod {
  readonly metadata: { readonly name: string };
  readonly status: { readonly containerStatuses?: readonly { readonly name: string; readonly ready: boolean }[] };
}

/** Waits until each of these orders is shipped, and its customer knows. Says how often one came twice. */
export async function delivered(shop: Shop, ids: readonly string[], patienceMs = 90_000): Promise<string> {
  const mails = await shop.kubectl.until(
    'not every order was delivered',
    async () => {
      const shipped = new Set((await shop.orders(ids)).flatMap(({ id, status }) => (status === 'shipped' ? [id] : [])));
      const sent = await shop.mails();
      const told = new Set(ids.filter((id) => sent.some(({ text }) => text.includes(`/orders/${id}?`))));
      const missing = ids.filter((id) => !shipped.has(id) || !told.has(id));
      return missing.length === 0
        ? sent
        : `of ${ids.length} orders ${shipped.size} are shipped and ${told.size} have a mail; missing: ${missing.slice(0, 10).join(', ')}`;
    },
    patienceMs,
  );
  const twice = ids.filter((id) => mails.filter(({ text }) => text.includes(`/orders/${id}?`)).length > 1).length;
  return `${ids.length} of ${ids.length}${twice > 0 ? `, ${twice} of them more than once` : ''}`;
}

async function mailOf(shop: Shop, id: string): Promise<{ to: string; text: string } | undefined> {
  return (await shop.mails()).find(({ to, text }) => to === BOOK.customer && text.includes(`/orders/${id}?`));
}

async function settings(shop: Shop): Promise<void> {
  const many = { ...BOOK, quantity: 50 };
  expectAnswer(await shop.place({ id: 'many-before', ...many }), 200, '');
  await shop.redis('SET', 'maxQuantity', '10||2');
  await shop.kubectl.until(
    'the setting did not arrive',
    // Either pod of checkout may be the one that answers.
    async () => {
      const answers = [];
      for (let i = 0; i < 2 * REPLICAS; i++) {
        answers.push(await shop.place({ id: 'many-after', ...many }));
      }
      const old = answers.find(({ status }) => status !== 422);
      return old === undefined ? true : `checkout answers ${old.status} ${old.body}`;
    },
    30_000,
  );
}

async function traces(shop: Shop): Promise<string> {
  const spans = await shop.kubectl.until('traces are missing', async () => {
    const seen = await shop.spans();
    const missing = APPS.filter((appId) => Object.keys(seen[appId] ?? {}).length === 0);
    return missing.length === 0 ? seen : `none of ${missing.join(', ')}, only of ${Object.keys(seen).join(', ')}`;
  });
  return APPS.map((appId) => `${appId} ${Object.values(spans[appId]).reduce((sum, count) => sum + count, 0)}`).join(', ');
}

function expectAnswer(got: Answer, status: number, part: string): void {
  if (got.status !== status || !got.body.includes(part)) {
    throw new Error(`expected status ${status}${part === '' ? '' : ` and ${part}`}, got ${got.status} ${got.body}`);
  }
}

function expectText(got: string, part: string): void {
  if (!got.includes(part)) {
    throw new Error(`expected ${part}, got ${got}`);
  }
}
