import { setTimeout as sleep } from 'node:timers/promises';
import { Processes } from '../../../tools/real/processes';
import { startPostgreSql } from '../../../tools/real/servers/postgresql';
import { Example, startExample } from './support';

let example: Example;
beforeAll(async () => {
  const processes = new Processes();
  const postgres = await startPostgreSql(processes);
  const secrets = { postgres: { connectionString: postgres.connectionString } };
  example = await startExample('jobs', { secrets, env: { REINDEX_SCHEDULE: '@every 1s' }, controlPlane: true }, processes);
});
afterAll(() => example?.stop());

const json = { 'content-type': 'application/json' };

const catalog = async (path: string, method = 'GET', body?: object): Promise<any> => {
  const answer = await example.app('catalog').fetch(path, { method, headers: json, body: body && JSON.stringify(body) });
  expect(answer.status).toBe(200);
  return answer.json();
};

/** The jobs API of catalog's sidecar. */
const job = (name: string, method: string, body?: object): Promise<Response> =>
  fetch(example.app('catalog').sidecar.url(`/v1.0/jobs/${name}`), { method, headers: json, body: body && JSON.stringify(body) });

const runs = (name: string): number => example.app('catalog').lines(new RegExp(`^ran ${name}$`)).length;

const ran = (name: string, times: number): Promise<true> =>
  example.app('catalog').process.until(`ran ${name} ${times} times`, () => (runs(name) >= times ? true : undefined), 15_000);

test('the Job ends when its work is done, and the application reads what it wrote', async () => {
  expect(await example.app('import-catalog').process.exit(10_000)).toBe(0);
  expect(example.app('import-catalog').lines(/imported/)).toEqual(['imported 3 products']);
  expect(await catalog('/products/table')).toEqual({ price: 80 });
});

test('a job with a schedule comes again and again', async () => {
  await ran('reindex', 1);
  const { runs: before } = await catalog('/products/index');
  await ran('reindex', runs('reindex') + 2);
  const { names, runs: after } = await catalog('/products/index');
  expect(names).toEqual(['chair', 'lamp', 'table']);
  expect(after).toBeGreaterThan(before);
});

test('a job with a time comes once, with its data', async () => {
  await catalog('/offers/lamp', 'PUT', { price: 9, for: '1s' });
  expect(await catalog('/products/lamp')).toEqual({ price: 12, offer: 9 });
  await ran('end-offer-lamp', 1);
  expect(await catalog('/products/lamp')).toEqual({ price: 12 });
  await ran('reindex', runs('reindex') + 2);
  expect(runs('end-offer-lamp')).toBe(1);
});

test('a job that was deleted does not come', async () => {
  await catalog('/offers/chair', 'PUT', { price: 20, for: '1s' });
  expect(await catalog('/offers/chair', 'DELETE')).toEqual({ product: 'chair', price: 35 });
  expect((await job('end-offer-chair', 'GET')).status).not.toBe(200);
  await sleep(2_000);
  expect(runs('end-offer-chair')).toBe(0);
});

test('a job with so many repeats comes so often', async () => {
  expect((await job('counted', 'POST', { schedule: '@every 1s', repeats: 2, data: { product: 'lamp' } })).status).toBe(204);
  await ran('counted', 2);
  await sleep(1_500);
  expect(runs('counted')).toBe(2);
});

test('a job whose run fails comes again, as often as it allows', async () => {
  const failurePolicy = { constant: { interval: '0.2s', maxRetries: 2 } };
  expect((await job('broken', 'POST', { dueTime: '0s', data: { product: 'nothing' }, failurePolicy })).status).toBe(204);
  const failed = (): string[] => example.app('catalog').lines(/^broken failed/);
  await example.app('catalog').process.until('failed 3 times', () => (failed().length >= 3 ? true : undefined), 10_000);
  await sleep(1_000);
  expect(failed()).toEqual(Array.from({ length: 3 }, () => 'broken failed: there is no nothing'));
});

test('a job that is due while the application is restarted comes again', async () => {
  const { process: running } = example.app('catalog');
  await catalog('/offers/table', 'PUT', { price: 70, for: '1s' });
  await running.stop();
  await sleep(1_500);
  await example.app('catalog').restart();
  await ran('end-offer-table', 1);
  expect(await catalog('/products/table')).toEqual({ price: 80 });
});
