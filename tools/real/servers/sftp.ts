import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { ownFolder } from './folder';
import { serverProgram } from './packages';

export interface SftpServer {
  readonly address: string;
  readonly user: string;
  readonly privateKey: string;
  /** As a line of authorized_keys has it. */
  readonly hostPublicKey: string;
  /** Where the files are. */
  readonly folder: string;
}

/** As root it wants an empty /run/sshd, which nobody else shall see. */
const IN_ITS_OWN_RUN = ['unshare', '--mount', '--', 'sh', '-c', 'mount -t tmpfs none /run && mkdir /run/sshd && exec "$@"', 'sh'];

/** Starts OpenSSH for files alone. It lets the user in who runs it. */
export async function startSftp(processes: Processes): Promise<SftpServer> {
  const [host, port] = ['127.0.0.1', await freePort()];
  const place = ownFolder(processes, 'sftp');
  for (const key of ['host', 'user']) {
    const made = place.start(serverProgram('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', '', '-f', join(place.path, key)], {
      name: 'ssh-keygen',
    });
    if ((await made.exit(10_000)) !== 0) {
      throw new Error(`ssh-keygen: ${made.log}`);
    }
  }
  const config = place.file(
    'config',
    [
      `ListenAddress ${host}:${port}`,
      `HostKey ${join(place.path, 'host')}`,
      `AuthorizedKeysFile ${join(place.path, 'user.pub')}`,
      'PidFile none',
      'PermitRootLogin yes',
      'UsePAM no',
      'StrictModes no',
      'PasswordAuthentication no',
      'Subsystem sftp internal-sftp',
      '',
    ].join('\n'),
  );
  const [command, ...before] = process.getuid?.() === 0 ? IN_ITS_OWN_RUN : [];
  const sshd = [serverProgram('sshd'), '-D', '-e', '-f', config];
  const [program, ...args] = command === undefined ? sshd : [command, ...before, ...sshd];
  const running = place.start(program, args);
  await running.until('took connections', () => accepts(host, port));
  const text = (name: string): string => readFileSync(join(place.path, name), 'utf8');
  return { address: `${host}:${port}`, user: place.user, privateKey: text('user'), hostPublicKey: text('host.pub'), folder: place.path };
}
