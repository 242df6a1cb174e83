import { freePort } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

/** Starts memcached; gives its address. */
export async function startMemcached(processes: Processes): Promise<{ address: string }> {
  const [host, port] = ['127.0.0.1', await freePort()];
  const running = serverFolder(processes, 'memcached').start(serverProgram('memcached'), ['-l', host, '-p', String(port), '-U', '0']);
  await running.until('took connections', () => accepts(host, port));
  return { address: `${host}:${port}` };
}
