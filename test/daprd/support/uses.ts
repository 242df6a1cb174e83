/** What each class of components is for, done once. */
import { eventually, Loaded, topicOf } from './loaded';

type Use = (loaded: Loaded) => Promise<void>;

export function uses(category: string): Use | undefined {
  return USES[category];
}

async function call(
  { sidecar }: Loaded,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(sidecar.url(path), {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function expectStatus(response: Response, status: number): Promise<Response> {
  if (response.status !== status) {
    throw new Error(`got ${response.status} instead of ${status}: ${await response.text()}`);
  }
  return response;
}

const USES: Record<string, Use> = {
  state: async (loaded) => {
    const { name, fact, use } = loaded;
    const path = `/v1.0/state/${name}`;
    const can = (one: string): boolean => fact.capabilities?.includes(one) ?? false;
    const saved = await call(loaded, 'POST', path, [{ key: 'a', value: { n: 1 } }]);
    if (use.refuses !== undefined) {
      expect(await saved.text()).toContain(use.refuses);
      return;
    }
    await expectStatus(saved, 204);
    const got = await expectStatus(await call(loaded, 'GET', `${path}/a`), 200);
    expect(await got.json()).toEqual({ n: 1 });
    if (can('etag') && use.etag !== false) {
      const etag = got.headers.get('etag')!;
      const stale = await call(loaded, 'POST', path, [
        { key: 'a', value: 2, etag: use.staleEtag ?? '4711', options: { concurrency: 'first-write' } },
      ]);
      await expectStatus(stale, 409);
      const fresh = await call(loaded, 'POST', path, [{ key: 'a', value: 2, etag, options: { concurrency: 'first-write' } }]);
      await expectStatus(fresh, 204);
    }
    if (can('transactions')) {
      const operations = [
        { operation: 'upsert', request: { key: 'b', value: 'new' } },
        { operation: 'delete', request: { key: 'a' } },
      ];
      await expectStatus(await call(loaded, 'POST', `${path}/transaction`, { operations }), 204);
      expect(await (await call(loaded, 'GET', `${path}/b`)).json()).toBe('new');
    } else {
      await expectStatus(await call(loaded, 'DELETE', `${path}/a`), 204);
    }
    await expectStatus(await call(loaded, 'GET', `${path}/a`), use.missing ?? 204);
    if (can('ttl')) {
      await expectStatus(await call(loaded, 'POST', path, [{ key: 'short', value: 1, metadata: { ttlInSeconds: '1' } }]), 204);
      await eventually('the value expires', async () => (await call(loaded, 'GET', `${path}/short`)).status === 204);
    }
  },
  pubsub: async (loaded) => {
    const { name, events } = loaded;
    await expectStatus(await call(loaded, 'POST', `/v1.0/publish/${name}/${topicOf(name)}`, { order: 17 }), 204);
    await eventually('the app gets the event', () => events.has(name));
    expect(events.get(name)).toContainEqual({ order: 17 });
  },
  secretstores: async (loaded) => {
    const { key, value } = loaded.use;
    const got = await expectStatus(await call(loaded, 'GET', `/v1.0/secrets/${loaded.name}/${key}`), 200);
    expect(await got.json()).toEqual(value);
  },
  configuration: async (loaded) => {
    const got = await expectStatus(await call(loaded, 'GET', `/v1.0/configuration/${loaded.name}?key=greeting`), 200);
    expect(await got.json()).toMatchObject({ greeting: { value: 'hello' } });
  },
  lock: async (loaded) => {
    const lock = { resourceId: 'thing', lockOwner: 'first', expiryInSeconds: 30 };
    const path = (verb: string): string => `/v1.0-alpha1/${verb}/${loaded.name}`;
    const post = async (verb: string, body: object): Promise<unknown> =>
      (await expectStatus(await call(loaded, 'POST', path(verb), body), 200)).json();
    expect(await post('lock', lock)).toEqual({ success: true });
    expect(await post('lock', { ...lock, lockOwner: 'second' })).toEqual({ success: false });
    expect(await post('unlock', { resourceId: 'thing', lockOwner: 'first' })).toEqual({ status: 0 });
  },
  crypto: async (loaded) => {
    const headers = { 'dapr-key-name': loaded.use.key, 'dapr-key-wrap-algorithm': 'RSA', 'content-type': 'application/octet-stream' };
    const encrypted = await expectStatus(await call(loaded, 'PUT', `/v1.0-alpha1/crypto/${loaded.name}/encrypt`, 'a secret', headers), 200);
    const body = Buffer.from(await encrypted.arrayBuffer());
    expect(body.toString('latin1')).not.toContain('a secret');
    const path = loaded.sidecar.url(`/v1.0-alpha1/crypto/${loaded.name}/decrypt`);
    const decrypted = await expectStatus(await fetch(path, { method: 'PUT', headers, body }), 200);
    expect(await decrypted.text()).toBe('a secret');
  },
  conversation: async (loaded) => {
    const inputs = [{ messages: [{ ofUser: { content: [{ text: 'hello' }] } }] }];
    const got = await expectStatus(await call(loaded, 'POST', `/v1.0-alpha2/conversation/${loaded.name}/converse`, { inputs }), 200);
    expect(JSON.stringify(await got.json())).toContain('hello');
  },
  bindings: async (loaded) => {
    for (const { operation, data, metadata, answers, then } of loaded.use.calls ?? []) {
      const got = await call(loaded, 'POST', `/v1.0/bindings/${loaded.name}`, { operation, data, metadata });
      const text = await got.text();
      expect({ ok: got.ok, text }).toEqual({ ok: true, text: expect.stringMatching(answers ?? /^/) });
      await then?.();
    }
  },
};
