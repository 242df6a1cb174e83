import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beside, broker, Change, inFile, keeping, realRedis, replacing, secrets, subscription } from '../changes';
import { Experiment, Expectation, nth, trial } from '../experiment';
import { all, exits, holds, loads, logs, probe } from '../expectations';
import { actors, hostsActors } from '../probes';
import type { Scene } from '../scene';

const KEY = '000102030405060708090a0b0c0d0e0f';
const silent = (): undefined => undefined;

/** What the store keeps where the application says key: the text of it, in the letters of the store. */
function keeps(key: string, store = 'statestore'): Expectation {
  return probe(`keeps the key \`a\` as \`${key}\``, async (scene) => {
    await scene.runs();
    await save(scene, store);
    // The file has keys and values without a mark between them, and a byte of its own in front, which may be a digit.
    const before = stored(scene, store).split('"secret-of-a"').slice(0, -1);
    holds(
      before.some((text) => new RegExp(`(^|[^a-z|-])${key.replaceAll('|', '\\|')}$`).test(text)),
      `there is ${before.map((text) => text.slice(-20)).join()}`,
    );
  });
}

/** Whether another who reads the file of the store can read the value. */
function encrypts(yes: boolean): Expectation {
  return probe(yes ? 'encrypts the state' : 'keeps the state as plain text', async (scene) => {
    await scene.runs();
    await save(scene);
    const text = stored(scene, 'statestore');
    holds(text.includes('||a') && text.includes('secret-of-a') !== yes, 'it does not');
  });
}

/** All that is in the files of a store. */
function stored({ folder }: Scene, store: string): string {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${store}.db`));
  return files.map((name) => readFileSync(join(folder, name), 'latin1')).join('');
}

async function save(scene: Scene, store = 'statestore'): Promise<void> {
  const { status, text } = await scene.post(`/v1.0/state/${store}`, [{ key: 'a', value: 'secret-of-a' }]);
  holds(status === 204, `saving answered ${status} ${text}`);
}

/** What comes to the application of what a transaction stores; nothing where the transaction fails, or is not published. */
function outbox(publishes: boolean): Expectation {
  return probe(publishes ? 'publishes what a transaction stores' : 'publishes nothing of what a transaction stores', async (scene) => {
    await scene.runs();
    const transact = (): Promise<{ status: number; text: string }> =>
      scene.post('/v1.0/state/statestore/transaction', { operations: [{ operation: 'upsert', request: { key: 'a', value: 1 } }] });
    if (publishes) {
      await scene.until('published it', async () => {
        await transact();
        await scene.wait(100);
        return scene.app.paths.includes('/orders');
      });
      return;
    }
    for (let i = 0; i < 5; i++) {
      await transact();
      await scene.wait(200);
    }
    holds(!scene.app.paths.includes('/orders'), 'it did');
  });
}

/** What a transaction is answered. */
function refusesTransactions(says: string): Expectation {
  return probe(`answers a transaction with an error: \`${says}\``, async (scene) => {
    await scene.runs();
    await scene.wait(500);
    const request = { operations: [{ operation: 'upsert', request: { key: 'a', value: 1 } }] };
    const { status, text } = await scene.post('/v1.0/state/statestore/transaction', request);
    holds(status >= 400 && text.includes(says), `${status} ${text}`);
  });
}

const withOutbox = { app: silent, change: [broker('pubsub'), beside(subscription('pubsub', 'orders'))] } as const;
const listens = { app: silent, change: [beside(subscription('pubsub', 'orders'))] } as const;
const encrypted = (store: string): Change[] => [secrets(store, { 'state-key': KEY, keys: KEY, 'state-keys': KEY }), inFile('statestore')];
const flatKey: Change = replacing('Component', ({ spec }) =>
  (spec.metadata ?? []).forEach((item: { secretKeyRef?: { name: string; key: string } }) => {
    if (item.secretKeyRef !== undefined) {
      item.secretKeyRef.key = item.secretKeyRef.name;
    }
  }),
);

export const STATE: readonly Experiment[] = [
  {
    rule: 'DAPR080',
    bad: [
      nth(0, exits('detected duplicate actor state store'), { redis: true, controlPlane: true, change: [realRedis] }),
      nth(1, exits('detected duplicate actor state store'), { controlPlane: true, appId: 'stock' }),
    ],
    good: [trial(loads('statestore', 'cache'), { controlPlane: true })],
  },
  {
    rule: 'DAPR082',
    bad: [nth(1, actors(false), { controlPlane: true, app: hostsActors })],
    good: [trial(actors(true), { controlPlane: true, app: hostsActors, change: [(objects) => void objects.splice(1)] })],
  },
  {
    rule: 'DAPR083',
    bad: [trial(all(loads('statestore'), actors(false)))],
    good: [trial(actors(true), { controlPlane: true, app: hostsActors, withPort: true })],
  },
  {
    rule: 'DAPR084',
    bad: [
      nth(0, exits("input key/keyPrefix 'shop||eu' can't contain '||'")),
      nth(1, keeps('app-id||a'), { change: [inFile('statestore')] }),
      nth(2, keeps('shopeu||a'), { change: [inFile('statestore')] }),
      nth(3, keeps('check||a'), { change: [inFile('statestore')] }),
    ],
    good: [trial(keeps('check||a'), { change: [inFile('statestore')] })],
  },
  {
    rule: 'DAPR085',
    bad: [
      nth(0, exits("can't contain '||'"), { redis: true, change: [realRedis] }),
      nth(1, locks('lock||namespace||a'), { redis: true, change: [realRedis] }),
      nth(2, locks('lock||app-id||a'), { redis: true, change: [realRedis] }),
    ],
    good: [trial(locks('lock||lockstore||a'), { redis: true, change: [realRedis] })],
  },
  {
    rule: 'DAPR086',
    bad: [trial(keeps('a'), { change: [inFile('statestore')] })],
    good: [trial(keeps('orders||a', 'other'), { change: [inFile('other')] })],
  },
  {
    rule: 'DAPR087',
    bad: [trial(encrypts(false), { change: [flatKey, ...encrypted('secrets')] })],
    good: [trial(encrypts(true), { change: [flatKey, ...encrypted('kubernetes')], namespace: 'shop' })],
  },
  {
    rule: 'DAPR088',
    bad: [
      nth(0, exits('encoding/hex: invalid byte'), { change: [secrets('secrets', {})] }),
      nth(1, exits('crypto/aes: invalid key size 4'), { change: [keeping('primaryEncryptionKey'), secrets('secrets', {})] }),
    ],
    good: [trial(encrypts(true), { change: [flatKey, ...encrypted('secrets')] })],
  },
  {
    rule: 'DAPR089',
    bad: [
      nth(0, encrypts(false), { change: [flatKey, ...encrypted('secrets')] }),
      nth(1, encrypts(false), { change: encrypted('secrets') }),
      nth(2, encrypts(false), { change: [flatKey, ...encrypted('secrets')] }),
    ],
    good: [],
  },
  {
    rule: 'DAPR090',
    bad: [nth(0, outbox(false), withOutbox), nth(1, outbox(false), withOutbox), nth(2, outbox(false), withOutbox)],
    good: [trial(outbox(true), withOutbox)],
  },
  {
    rule: 'DAPR091',
    bad: [
      nth(0, all(logs('outbox pubsub pubsbu not loaded'), outbox(false)), listens),
      nth(1, all(logs('outbox pubsub pubsub not loaded'), outbox(false)), listens),
      nth(2, refusesTransactions('not allowed'), listens),
      nth(3, outbox(false), listens),
    ],
    good: [trial(outbox(true), { ...listens, namespace: 'shop' })],
  },
  {
    rule: 'DAPR093',
    bad: [trial(publishesText(false), { ...withOutbox, change: [...withOutbox.change, secrets('secrets', { 'state-key': KEY })] })],
    good: [trial(publishesText(true), { ...withOutbox, change: [...withOutbox.change, secrets('secrets', { 'state-key': KEY })] })],
  },
];

/** Whether a subscriber can read what a transaction stores. */
function publishesText(yes: boolean): Expectation {
  return probe(`publishes ${yes ? 'what a transaction stores' : 'an encrypted text'}`, async (scene) => {
    await outbox(true).check(scene);
    const { data, data_base64: bytes } = JSON.parse(scene.app.requests.find(({ path }) => path === '/orders')!.body);
    const text = bytes === undefined ? String(data) : Buffer.from(bytes, 'base64').toString();
    holds(yes ? text === '1' : /^[\w+/=]+\|\|state-key$/.test(text), `it published ${text}`);
  });
}

/** The key under which Redis keeps a lock. */
function locks(key: string): Expectation {
  return probe(`keeps the lock \`a\` as \`${key}\``, async (scene) => {
    await scene.runs();
    const { text } = await scene.post('/v1.0-alpha1/lock/lockstore', { resourceId: 'a', lockOwner: 'me', expiryInSeconds: 60 });
    const keys = await scene.redis.command('KEYS', '*');
    holds(keys.split('\n').includes(key), `it has ${keys}: ${text}`);
  });
}
