import { Processes } from '../../../tools/real/processes';
import { PostgreSqlServer, startPostgreSql } from '../../../tools/real/servers/postgresql';
import { Example, startExample } from './support';

let example: Example;
let postgres: PostgreSqlServer;
beforeAll(async () => {
  const processes = new Processes();
  postgres = await startPostgreSql(processes);
  const secrets = { postgres: { connectionString: postgres.connectionString } };
  example = await startExample('actors', { secrets, controlPlane: true }, processes);
});
afterAll(() => example?.stop());

/** Calls a method of an actor through the sidecar of an application. */
const call = async (from: string, room: string, method: string, ...args: unknown[]): Promise<any> => {
  const url = example.app(from).sidecar.url(`/v1.0/actors/Thermostat/${room}/method/${method}`);
  const answer = await fetch(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(args) });
  const text = await answer.text();
  return answer.ok && text.startsWith('{') ? JSON.parse(text) : text;
};

const status = async (room: string): Promise<any> => (await example.app('gateway').fetch(`/rooms/${room}`)).json();

const until = async (room: string, wanted: object): Promise<void> => {
  const reached = async (): Promise<true | undefined> => (JSON.stringify(await status(room)) === JSON.stringify(wanted) ? true : undefined);
  await example.app('gateway').process.until(`saw ${room} at ${JSON.stringify(wanted)}`, reached, 15_000);
};

test('an application that hosts no actors calls them, and each has a state of its own', async () => {
  const set = await example.app('gateway').fetch('/rooms/kitchen/target', { method: 'PUT', body: '{"degrees":19}' });
  expect(await set.json()).toBe('regulating');
  expect((await status('kitchen')).target).toBe(19);
  expect(await status('bath')).toEqual({ temperature: 18, target: 18 });
});

test('a timer brings the room to its target, and then comes no more', async () => {
  await until('kitchen', { temperature: 19, target: 19 });
  const version = await postgres.sql(`SELECT xmin FROM actors_state WHERE key LIKE '%kitchen||temperature'`);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(await postgres.sql(`SELECT xmin FROM actors_state WHERE key LIKE '%kitchen||temperature'`)).toBe(version);
});

test('calls to one actor come one after the other', async () => {
  const calls = Array.from({ length: 20 }, () => call('thermostats', 'hall', 'raiseTarget', 0.25));
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['regulating']));
  expect((await status('hall')).target).toBe(23);
});

test('the state is in the store, under the app id, and outlives the application', async () => {
  const keys = await postgres.sql(`SELECT key, convert_from(value, 'UTF8') FROM actors_state WHERE key LIKE '%kitchen%' ORDER BY key`);
  expect(keys.split('\n')).toEqual([
    'thermostats||Thermostat||kitchen||target|{"degrees":19}',
    'thermostats||Thermostat||kitchen||temperature|{"degrees":19}',
  ]);
  await example.app('thermostats').restart();
  await until('kitchen', { temperature: 19, target: 19 });
});

test('a reminder comes although the application was restarted in between', async () => {
  expect(await call('gateway', 'attic', 'lowerAfter', 3, 16.5)).toBe('noted');
  await example.app('thermostats').restart();
  expect(await status('attic')).toEqual({ temperature: 18, target: 18 });
  await until('attic', { temperature: 16.5, target: 16.5 });
});

test('a reminder that was taken back does not come', async () => {
  await call('gateway', 'cellar', 'lowerAfter', 2, 12);
  expect(await call('gateway', 'cellar', 'stayWarm')).toBe('forgotten');
  await call('gateway', 'study', 'lowerAfter', 2, 12);
  await until('study', { temperature: 12, target: 12 });
  expect(await status('cellar')).toEqual({ temperature: 18, target: 18 });
});

test('both applications end by themselves when they are asked to', async () => {
  for (const id of ['gateway', 'thermostats']) {
    const running = example.app(id).process;
    running.signal('SIGTERM');
    expect(await running.exit(5_000)).toBe(0);
  }
});
