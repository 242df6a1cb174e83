import { freePort } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

/** Starts ZooKeeper; gives its address. */
export async function startZooKeeper(processes: Processes): Promise<{ address: string }> {
  const [host, port] = ['127.0.0.1', await freePort()];
  const place = serverFolder(processes, 'zookeeper');
  const settings = ['-Dzookeeper.admin.enableServer=false', `-Dzookeeper.clientPortAddress=${host}`, '-Xmx128m'];
  const main = ['org.apache.zookeeper.server.ZooKeeperServerMain', String(port), place.path];
  const running = place.start(serverProgram('java'), [...settings, '-cp', serverProgram('zookeeper.jar'), ...main]);
  await running.until('took connections', () => accepts(host, port));
  return { address: `${host}:${port}` };
}
