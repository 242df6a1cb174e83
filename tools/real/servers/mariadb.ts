import { join } from 'node:path';
import { freePort } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface MariaDbServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** As Go's driver takes it: before the slash, and without a database. */
  readonly dsn: string;
}

/** Starts MariaDB, which speaks MySQL's protocol, with a user who may do all. */
export async function startMariaDb(processes: Processes): Promise<MariaDbServer> {
  const [host, port, user, password] = ['127.0.0.1', await freePort(), 'dapr', 'let-me-in'];
  const place = serverFolder(processes, 'mariadb');
  const data = join(place.path, 'data');
  const install = place.start(
    serverProgram('mariadb-install-db'),
    ['--no-defaults', `--datadir=${data}`, '--skip-test-db', '--auth-root-authentication-method=normal'],
    { name: 'mariadb-install-db' },
  );
  if ((await install.exit(60_000)) !== 0) {
    throw new Error(`mariadb-install-db made no database within a minute:\n${install.log}`);
  }
  const grant = `GRANT ALL ON *.* TO '${user}'@'%' IDENTIFIED BY '${password}' WITH GRANT OPTION;`;
  const running = place.start(serverProgram('mariadbd'), [
    '--no-defaults',
    `--datadir=${data}`,
    `--bind-address=${host}`,
    `--port=${port}`,
    `--socket=${join(place.path, 'socket')}`,
    `--init-file=${place.file('init.sql', `${grant}\n`)}`,
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-buffer-pool-size=16M',
  ]);
  await running.until('took connections', () => accepts(host, port), 60_000);
  return { host, port, user, password, dsn: `${user}:${password}@tcp(${host}:${port})` };
}
