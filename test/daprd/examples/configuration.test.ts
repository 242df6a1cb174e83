import { RedisServer, startRedis } from '../../../tools/real/servers/redis';
import { Example, standIns, startExample } from './support';

let example: Example;
let redis: RedisServer;
beforeAll(async () => {
  example = await startExample('configuration', async (processes) => {
    redis = await startRedis(processes);
    await redis.command('ACL', 'SETUSER', 'pricing', 'on', '>only-pricing', '~*', '&*', '+@all');
    await redis.command('SET', 'newCheckout', 'false');
    const [, flags] = standIns('configuration', { 'localhost:6379': redis.address });
    await redis.command('ACL', 'SETUSER', 'default', 'nopass'); // as on a machine of one's own
    const secrets = { redis: { password: 'only-pricing' } };
    return {
      // The sidecar checks the certificate against those that its machine trusts.
      env: { SSL_CERT_FILE: redis.tlsCertificate },
      hosts: { 'redis:6379': redis.tlsAddress },
      secrets,
      overrides: [flags],
    };
  });
});
afterAll(() => example?.stop());

const answer = async (app: string, path: string): Promise<unknown> => (await example.app(app).fetch(path)).json();

/** Changes a value until its application has heard of it: Dapr answers a subscription before Redis has it. */
async function change(key: string, value: string, app: string, heard: RegExp): Promise<void> {
  await example.app(app).process.until(`printed ${heard}`, async () => {
    await redis.command('SET', key, value);
    return example.app(app).lines(heard)[0];
  });
}

test('a price changes when the discount does', async () => {
  const pricing = example.app('pricing');
  expect(await pricing.line(/discount/)).toBe('discount is 0%');
  expect(await answer('pricing', '/prices/200')).toEqual({ price: 200 });
  await change('discount', '25', 'pricing', /discount is 25%/);
  expect(await answer('pricing', '/prices/200')).toEqual({ price: 150 });
});

test('a switch is thrown while the storefront runs', async () => {
  const storefront = example.app('storefront');
  await storefront.line(/checkout is old/);
  expect(await answer('storefront', '/checkout')).toEqual({ page: 'old' });
  await change('newCheckout', 'true', 'storefront', /checkout is new/);
  expect(await answer('storefront', '/checkout')).toEqual({ page: 'new' });
});

test('an application that starts again knows what changed before', async () => {
  await redis.command('SET', 'discount', '50');
  await example.app('pricing').restart();
  await example.app('pricing').line(/discount is 50%/);
  expect(await answer('pricing', '/prices/200')).toEqual({ price: 100 });
});
