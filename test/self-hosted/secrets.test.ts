import { mergedSecrets } from '../../src/self-hosted/core/secrets-file';
import { component, dapr, deployment, inNamespace, notes, objects, problems, secret, secretValues } from './support';

const reference = { name: 'redisPassword', secretKeyRef: { name: 'redis', key: 'password' } };
const store = component('store', 'state.redis', [reference]);

const LOCAL = {
  apiVersion: 'dapr.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'kubernetes' },
  spec: {
    type: 'secretstores.local.file',
    version: 'v1',
    metadata: [
      { name: 'secretsFile', value: '/out/secrets.json' },
      { name: 'multiValued', value: 'true' },
    ],
  },
};

describe('a reference to a Secret leads to a store in a file', () => {
  test('which has the name of the one that is built into Kubernetes', () => {
    const written = objects([store]);
    expect(written['resources/component-kubernetes.yaml']).toEqual(LOCAL);
    expect(written['resources/component-store.yaml']).toEqual({ ...store, auth: { secretStore: 'kubernetes' } });
  });

  test('also where it names that one', () => {
    const named = { ...store, auth: { secretStore: 'kubernetes' } };
    expect(objects([named])['resources/component-store.yaml']).toEqual(named);
  });

  test('but not where it names another store', () => {
    const named = { ...store, auth: { secretStore: 'vault' } };
    const written = objects([named, component('vault', 'secretstores.hashicorp.vault')]);
    expect(written['resources/component-store.yaml']).toEqual(named);
    expect(written['resources/component-kubernetes.yaml']).toBeUndefined();
    expect(notes([named])).toEqual([
      "Component store reads a secret from the store 'vault', which is not among the manifests: add it as an override.",
    ]);
  });

  test("and so do components of Kubernetes' own store", () => {
    const own = component('cluster', 'secretstores.kubernetes', [], { scopes: ['orders'] });
    const named = { ...store, auth: { secretStore: 'cluster' } };
    const written = objects([named, own]);
    expect(written['resources/component-cluster.yaml']).toEqual({ ...LOCAL, metadata: { name: 'cluster' }, scopes: ['orders'] });
    expect(secretValues([named, own])).toEqual({ 'secrets.json': { redis: { password: undefined } } });
  });

  test('an HTTPEndpoint and an MCPServer have references too', () => {
    const header = { name: 'Authorization', secretKeyRef: { name: 'partner', key: 'token' } };
    const endpoint = dapr('HTTPEndpoint', 'partner', {
      baseUrl: 'https://partner.example.com',
      headers: [header],
      clientTLS: { certificate: { secretKeyRef: { name: 'partner', key: 'tls.crt' } } },
    });
    const server = dapr('MCPServer', 'tools', { endpoint: { streamableHTTP: { url: 'https://tools.example.com', headers: [header] } } });
    const written = objects([endpoint, server]);
    expect(written['resources/httpendpoint-partner.yaml']).toEqual({ ...endpoint, auth: { secretStore: 'kubernetes' } });
    expect(written['resources/mcpserver-tools.yaml'].spec.endpoint.streamableHTTP.auth).toEqual({ secretStore: 'kubernetes' });
    expect(secretValues([endpoint, server])).toEqual({ 'secrets.json': { partner: { token: undefined, 'tls.crt': undefined } } });
  });

  test('a process of an MCPServer names no store: its secret is a variable', () => {
    const env = [{ name: 'TOKEN', secretKeyRef: { name: 'tools', key: 'token' } }];
    const server = dapr('MCPServer', 'tools', { endpoint: { stdio: { command: 'tools', env } } });
    expect(objects([server])['resources/mcpserver-tools.yaml'].spec.endpoint.stdio.env).toEqual([{ name: 'TOKEN', envRef: 'TOKEN' }]);
    expect(secretValues([server])).toEqual({ 'secrets.env': { '': { TOKEN: undefined } } });
  });

  test('a component that has taken the name is a problem', () => {
    expect(problems([store, component('kubernetes', 'state.redis')])).toEqual([
      "Component kubernetes metadata.name: the store of the cluster's Secrets is called 'kubernetes', and daprd refuses two components of one name: rename this one",
    ]);
  });
});

describe('values are those of the Secrets among the manifests', () => {
  test('encoded or not', () => {
    const both = {
      ...secret('redis', { user: 'shop' }),
      data: { password: Buffer.from('grüße').toString('base64'), user: 'bm90aGluZw==' },
    };
    expect(secretValues([store, both])).toEqual({ 'secrets.json': { redis: { password: 'grüße', user: 'shop' } } });
  });

  test('also where only an application may read them', () => {
    expect(secretValues([secret('api', { key: 'k' })])).toEqual({ 'secrets.json': { api: { key: 'k' } } });
  });

  test('less those that are for Kubernetes itself', () => {
    expect(secretValues([secret('registry', { '.dockerconfigjson': '{}' }, { type: 'kubernetes.io/dockerconfigjson' })])).toEqual({});
  });

  test('and bytes that are no text are left to whoever runs them', () => {
    const bytes = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'redis' }, data: { password: '//79' } };
    expect(secretValues([store, bytes])).toEqual({ 'secrets.json': { redis: { password: undefined } } });
    expect(notes([store, bytes])).toEqual(["'password' of the Secret 'redis' holds no text, so its value is left to you."]);
  });

  test('of their own namespace', () => {
    const given = [
      ...inNamespace('a', [store, secret('redis', { password: 'a' })]),
      ...inNamespace('b', [store, secret('redis', { password: 'b' })]),
    ];
    expect(secretValues(given)).toEqual({
      'a/secrets.json': { redis: { password: 'a' } },
      'b/secrets.json': { redis: { password: 'b' } },
    });
  });
});

describe('secrets may be variables instead', () => {
  const env = { secretsIn: 'env' } as const;

  test('whose names follow from the Secret and the key', () => {
    const written = objects([store, secret('redis', { password: 'pw' })], env);
    expect(written['resources/component-store.yaml'].spec.metadata).toEqual([
      { name: 'redisPassword', secretKeyRef: { name: 'REDIS_PASSWORD', key: 'REDIS_PASSWORD' } },
    ]);
    expect(written['resources/component-kubernetes.yaml'].spec).toEqual({ type: 'secretstores.local.env', version: 'v1', metadata: [] });
    expect(secretValues([store, secret('redis', { password: 'pw' })], env)).toEqual({ 'secrets.env': { '': { REDIS_PASSWORD: 'pw' } } });
  });

  test('two secrets of one name are a problem', () => {
    const other = component('other', 'state.redis', [{ name: 'redisPassword', secretKeyRef: { name: 'redis-password', key: 'x' } }]);
    const third = component('third', 'state.redis', [{ name: 'redisPassword', secretKeyRef: { name: 'redis', key: 'password-x' } }]);
    expect(problems([other, third], env)).toEqual([
      "the settings: the variable 'REDIS_PASSWORD_X' would have to hold two secrets, 'redis-password/x' and 'redis/password-x', because all that one dapr run starts shares one environment: give one of them another name, or leave one of the applications out",
    ]);
  });
});

test('tokens and variables of the sidecar that come from Secrets are variables', () => {
  const app = deployment('orders', {
    'dapr.io/api-token-secret': 'api',
    'dapr.io/app-token-secret': 'app',
    'dapr.io/env-from-secret': 'DB_PASSWORD=postgres:password,KEY=key',
  });
  expect(secretValues([app, secret('api', { token: 't' })])).toEqual({
    'secrets.json': { api: { token: 't' } },
    'secrets.env': { '': { DB_PASSWORD: undefined, KEY: undefined, DAPR_API_TOKEN: 't', APP_API_TOKEN: undefined } },
  });
});

describe('a file that somebody has filled in', () => {
  const json = (values: Record<string, Record<string, string | undefined>>, existing?: string): ReturnType<typeof mergedSecrets> =>
    mergedSecrets(
      {
        path: 'secrets.json',
        format: 'json',
        values: new Map(Object.entries(values).map(([name, keys]) => [name, new Map(Object.entries(keys))])),
      },
      existing,
    );
  const env = (values: Record<string, string | undefined>, existing?: string): ReturnType<typeof mergedSecrets> =>
    mergedSecrets({ path: 'secrets.env', format: 'env', values: new Map([['', new Map(Object.entries(values))]]) }, existing);

  test('starts with what is known, and says what is missing', () => {
    expect(json({ redis: { password: undefined, user: 'shop', empty: '' } })).toEqual({
      text: '{\n  "redis": {\n    "empty": "",\n    "password": "",\n    "user": "shop"\n  }\n}\n',
      missing: ['redis/password'],
    });
    expect(env({ TOKEN: undefined, KEY: "it's\nmine" })).toEqual({ text: "KEY='it'\\''s\nmine'\nTOKEN=\n", missing: ['TOKEN'] });
  });

  test('keeps every value, and what nobody asks for any more', () => {
    const filled = '{"old":{"key":"v"},"redis":{"password":"mine","user":"me"}}';
    const merged = json({ redis: { password: 'theirs', user: undefined }, new: { key: 'k' } }, filled);
    expect(JSON.parse(merged.text)).toEqual({ new: { key: 'k' }, old: { key: 'v' }, redis: { password: 'mine', user: 'me' } });
    expect(merged.missing).toEqual([]);
    expect(json({ redis: { password: 'theirs' } }, merged.text).text).toBe(merged.text);
    expect(env({ KEY: 'k', TOKEN: 't' }, "KEY='it'\\''s\nmine'\nOLD=x\nTOKEN=\n")).toEqual({
      text: "KEY='it'\\''s\nmine'\nOLD=x\nTOKEN=t\n",
      missing: [],
    });
  });
});
