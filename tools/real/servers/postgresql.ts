import { dirname, join } from 'node:path';
import { freePort } from '../ports';
import { Processes } from '../processes';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface PostgreSqlServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** As PostgreSQL's own clients and Dapr's components take it. */
  readonly connectionString: string;
  /** Runs SQL in psql, and gives what it prints: a line a row, columns between `|`. */
  sql(text: string): Promise<string>;
}

/** Starts PostgreSQL with an empty database, and waits until it takes connections. */
export async function startPostgreSql(processes: Processes): Promise<PostgreSqlServer> {
  const [host, port, user, password, database] = ['127.0.0.1', await freePort(), 'dapr', 'let-me-in', 'dapr'];
  const place = serverFolder(processes, 'postgresql');
  const postgres = serverProgram('postgres');
  const [data, passwordFile] = [join(place.path, 'data'), place.file('password', password)];
  const init = place.start(
    join(dirname(postgres), 'initdb'),
    ['-D', data, '-U', user, '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { name: 'initdb' },
  );
  if ((await init.exit(60_000)) !== 0) {
    throw new Error(`initdb made no database within a minute:\n${init.log}`);
  }
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=logical'];
  const running = place.start(postgres, [
    ...['-D', data, '-h', host, '-p', String(port), '-k', place.path],
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const sql = async (text: string, base = database): Promise<string> => {
    const psql = place.start(
      join(dirname(postgres), 'psql'),
      ['-h', host, '-p', String(port), '-U', user, '-d', base, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-c', text],
      { name: 'psql', env: { PGPASSWORD: password, PGCONNECT_TIMEOUT: '5' } },
    );
    if ((await psql.exit(30_000)) !== 0) {
      throw new Error(`psql: ${psql.log}`);
    }
    return psql.log;
  };
  await running.line(/database system is ready to accept connections/);
  await sql(`CREATE DATABASE ${database}`, 'postgres');
  const connectionString = `host=${host} port=${port} user=${user} password=${password} dbname=${database} sslmode=disable`;
  return { host, port, user, password, database, connectionString, sql: (text) => sql(text) };
}
