/** The programs of the servers, where Debian puts them, and the packages that bring them. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface ServerFact {
  /** The package of Debian. */
  readonly debian: string;
  /** Folders besides those of the PATH; a star stands for the newest version. */
  readonly folders?: readonly string[];
}

/** By the name of the program. */
export const PROGRAMS: Readonly<Record<string, ServerFact>> = {
  'redis-server': { debian: 'redis-server' },
  postgres: { debian: 'postgresql', folders: ['/usr/lib/postgresql/*/bin'] },
  mariadbd: { debian: 'mariadb-server' },
  'mariadb-install-db': { debian: 'mariadb-server' },
  // What the PATH has is a script that wants to be root or rabbitmq.
  'rabbitmq-server': { debian: 'rabbitmq-server', folders: ['/usr/lib/rabbitmq/bin'] },
  epmd: { debian: 'rabbitmq-server' },
  mosquitto: { debian: 'mosquitto' },
  mosquitto_passwd: { debian: 'mosquitto' },
  memcached: { debian: 'memcached' },
  'nats-server': { debian: 'nats-server' },
  'zookeeper.jar': { debian: 'zookeeper', folders: ['/usr/share/java'] },
  etcd: { debian: 'etcd-server' },
  sshd: { debian: 'openssh-server' },
  'ssh-keygen': { debian: 'openssh-client' },
  aiosmtpd: { debian: 'python3-aiosmtpd', folders: ['/usr/lib/python3/dist-packages'] },
  // Gets moto; a pip of another Python would not do.
  'pip/__main__.py': { debian: 'python3-pip', folders: ['/usr/lib/python3/dist-packages'] },
  ip: { debian: 'iproute2' },
  java: { debian: 'default-jre-headless' },
  mvn: { debian: 'maven' },
  openssl: { debian: 'openssl' },
};

/** Every user's PATH of Debian lacks what only root starts. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The path of a server's program; throws with what to install. */
export function serverProgram(name: string): string {
  const found = tryServerProgram(name);
  if (found === undefined) {
    throw new Error(`there is no ${name}: apt-get install ${PROGRAMS[name].debian}`);
  }
  return found;
}

/** The same, undefined where there is none. */
export function tryServerProgram(name: string): string | undefined {
  const folders = [...(PROGRAMS[name].folders ?? []).flatMap(versions), ...(process.env.PATH ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The packages that are missing here. */
export function missingPackages(): string[] {
  const missing = Object.entries(PROGRAMS).filter(([name]) => tryServerProgram(name) === undefined);
  return [...new Set(missing.map(([, { debian }]) => debian))];
}

function versions(folder: string): string[] {
  const [above, below] = folder.split('/*');
  if (below === undefined) {
    return [folder];
  }
  const found = existsSync(above) ? readdirSync(above) : [];
  return found.sort((a, b) => Number(b) - Number(a)).map((version) => join(above, version, below));
}
