import { join } from 'node:path';
import { freePorts } from '../ports';
import { Processes } from '../processes';
import { serverFolder } from './folder';
import { serverProgram } from './packages';

/** Starts etcd; gives its address as `host:port`. */
export async function startEtcd(processes: Processes): Promise<{ address: string }> {
  const place = serverFolder(processes, 'etcd');
  const [client, peer] = (await freePorts(2)).map((port) => `http://127.0.0.1:${port}`);
  const flags = {
    'data-dir': join(place.path, 'data'),
    'listen-client-urls': client,
    'advertise-client-urls': client,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
    'initial-cluster': `default=${peer}`,
  };
  const running = place.start(
    serverProgram('etcd'),
    Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`),
  );
  const healthy = async (): Promise<true | undefined> => {
    const answer = await fetch(`${client}/health`).catch(() => undefined);
    return (await answer?.text())?.includes('"true"') ? true : undefined;
  };
  await running.until('became healthy', healthy);
  return { address: client.slice('http://'.length) };
}
