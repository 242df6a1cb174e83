import { freePort } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** All mails that came, one after the other, with their headers. */
  mails(): string;
}

/** Starts a server that takes every mail. */
export async function startSmtp(processes: Processes): Promise<SmtpServer> {
  const [host, port] = ['127.0.0.1', await freePort()];
  serverProgram('aiosmtpd');
  const handler = ['-c', 'aiosmtpd.handlers.Debugging', 'stdout'];
  const running = serverFolder(processes, 'smtp').start('/usr/bin/python3', [
    '-u',
    '-m',
    'aiosmtpd',
    '-n',
    '-l',
    `${host}:${port}`,
    ...handler,
  ]);
  await running.until('took connections', () => accepts(host, port));
  return { host, port, mails: () => running.log };
}
