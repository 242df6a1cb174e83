import { Processes } from '../../../tools/real/processes';
import { startPostgreSql } from '../../../tools/real/servers/postgresql';
import { startRedis } from '../../../tools/real/servers/redis';

let processes: Processes;
beforeEach(() => (processes = new Processes()));
afterEach(() => processes.stop());

test('Redis keeps what it was given', async () => {
  const redis = await startRedis(processes);
  expect(await redis.command('SET', 'key', 'ein Wert')).toBe('+OK');
  expect(await redis.command('GET', 'key')).toBe('$8\nein Wert');
});

test('PostgreSQL keeps what it was given', async () => {
  const postgres = await startPostgreSql(processes);
  await postgres.sql("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'one'), (2, 'two')");
  expect(await postgres.sql('SELECT * FROM t ORDER BY a')).toBe('1|one\n2|two');
});
