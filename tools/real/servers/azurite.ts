import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process';
import { cached } from '../cache';
import { freePorts } from '../ports';
import { Processes } from '../processes';
import { accepts } from './answers';
import { ownFolder } from './folder';

const VERSION = '3.35.0';

export interface AzuriteServer {
  readonly accountName: string;
  readonly accountKey: string;
  /** Where blobs, queues and tables of the account are. */
  readonly blob: string;
  readonly queue: string;
  readonly table: string;
  /** All of that in one text. */
  readonly connectionString: string;
}

/** Starts Azurite, Microsoft's own stand-in for Azure Storage. */
export async function startAzurite(processes: Processes): Promise<AzuriteServer> {
  const host = '127.0.0.1';
  const [blobPort, queuePort, tablePort] = await freePorts(3);
  const place = ownFolder(processes, 'azurite');
  const [accountName, accountKey] = ['dapr', Buffer.from('a key for tests alone').toString('base64')];
  const flags = [
    '--blobHost',
    host,
    '--queueHost',
    host,
    '--tableHost',
    host,
    '--location',
    place.path,
    '--silent',
    '--skipApiVersionCheck',
  ];
  const ports = ['--blobPort', blobPort, '--queuePort', queuePort, '--tablePort', tablePort].map(String);
  const program = join(installed(), 'node_modules', 'azurite', 'dist', 'src', 'azurite.js');
  const env = { AZURITE_ACCOUNTS: `${accountName}:${accountKey}` };
  const running = place.start(process.execPath, [program, ...flags, ...ports], { name: 'azurite', env });
  for (const port of [blobPort, queuePort, tablePort]) {
    await running.until('took connections', () => accepts(host, port), 60_000);
  }
  const [blob, queue, table] = [blobPort, queuePort, tablePort].map((port) => `http://${host}:${port}/${accountName}`);
  const connectionString = `DefaultEndpointsProtocol=http;AccountName=${accountName};AccountKey=${accountKey};BlobEndpoint=${blob};QueueEndpoint=${queue};TableEndpoint=${table};`;
  return { accountName, accountKey, blob, queue, table, connectionString };
}

function installed(): string {
  return cached(join('servers', `azurite-${VERSION}`), (draft) => {
    console.error(`gets Azurite ${VERSION} from npm, once`);
    mkdirSync(draft);
    writeFileSync(join(draft, 'package.json'), '{"private":true}\n');
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', `azurite@${VERSION}`], { cwd: draft });
  });
}
