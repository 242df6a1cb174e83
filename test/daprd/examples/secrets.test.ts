import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgreSql } from '../../../tools/real/servers/postgresql';
import { startRedis } from '../../../tools/real/servers/redis';
import { Example, standIns, startExample } from './support';

const POST = { method: 'POST', headers: { 'content-type': 'application/json' } };

let example: Example;
beforeAll(async () => {
  example = await startExample('secrets', async (processes) => {
    const [redis, postgres] = await Promise.all([startRedis(processes), startPostgreSql(processes)]);
    await postgres.sql("CREATE TABLE sales (item text); INSERT INTO sales VALUES ('tea'), ('ink'), ('tea')");
    const file = (name: string, secrets: object): string => {
      const path = join(processes.folder, name);
      writeFileSync(path, JSON.stringify(secrets));
      return path;
    };
    return {
      hosts: { 'redis:6379': redis.tlsAddress },
      env: { SSL_CERT_FILE: redis.tlsCertificate },
      secrets: { 'payment-provider': { apiKey: 'pay-42' }, another: { key: 'not for checkout' } },
      overrides: standIns('secrets', {
        'dist/vault.json': file('vault.json', { redis: { username: 'default', password: redis.password } }),
        'dist/key-vault.json': file('key-vault.json', { 'invoice-mail-password': 'mail', 'invoice-signing-key': 'sign-me' }),
        'dist/aws-secrets.json': file('aws-secrets.json', { 'shop/warehouse': { connectionString: postgres.connectionString } }),
      }),
    };
  });
});
afterAll(() => example?.stop());

async function secret(app: string, path: string): Promise<unknown> {
  const answer = await fetch(example.app(app).sidecar.url(`/v1.0/secrets/${path}`));
  const body = (await answer.json()) as { errorCode?: string };
  return answer.ok ? body : [answer.status, body.errorCode];
}

test('checkout pays with the key that it may read, and keeps carts in a Redis whose password is in the vault', async () => {
  const answer = await example.app('checkout').fetch('/payments', { ...POST, body: JSON.stringify({ cart: 'c1' }) });
  expect(await answer.json()).toEqual({ cart: 'paid', keyLength: 'pay-42'.length });
});

test('checkout may read no other secret of Kubernetes, and nothing of the vault', async () => {
  expect(await secret('checkout', 'kubernetes/payment-provider')).toEqual({ apiKey: 'pay-42' });
  expect(await secret('checkout', 'kubernetes/another')).toEqual([403, 'ERR_PERMISSION_DENIED']);
  expect(await secret('checkout', 'vault/redis')).toEqual([403, 'ERR_PERMISSION_DENIED']);
});

test('invoices signs with the key that it may read, and does not see what its mail component was given', async () => {
  const body = JSON.stringify({ total: 20 });
  const answer = await example.app('invoices').fetch('/invoices', { ...POST, body });
  expect(await answer.json()).toEqual({ signature: createHmac('sha256', 'sign-me').update(body).digest('hex') });
  expect(await secret('invoices', 'key-vault/invoice-mail-password')).toEqual([403, 'ERR_PERMISSION_DENIED']);
  const { components } = (await example.app('invoices').sidecar.metadata()) as { components: { name: string }[] };
  expect(components.map(({ name }) => name)).toContain('invoice-mail');
});

test('reports reads the warehouse without ever seeing its password', async () => {
  expect(await (await example.app('reports').fetch('/sales')).json()).toEqual({
    sales: [
      ['ink', 1],
      ['tea', 2],
    ],
  });
  expect(await secret('reports', 'aws-secrets/shop%2Fwarehouse')).toEqual([403, 'ERR_PERMISSION_DENIED']);
});

test('a store of another application is not there at all', async () => {
  expect(await secret('reports', 'vault/redis')).toEqual([401, 'ERR_SECRET_STORE_NOT_FOUND']);
});
