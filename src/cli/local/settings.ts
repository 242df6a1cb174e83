import { relative, resolve } from 'node:path';
import type { SelfHostedSettings } from '../../self-hosted/core/self-hosted';
import type { Input } from '../command';
import { UsageError } from '../errors';
import { isFolder } from '../init/write-new';
import { wordsOf } from './words';

/** What the options say. Folders of applications are those of whoever writes the command, and become relative to the one that is written. */
export function settingsOf({ lists, values, flags }: Input, outdir: string): SelfHostedSettings {
  return {
    commands: each(lists.command, 'command', 'orders=node server.js', (words) => wordsOf(words)),
    appDirs: each(lists.folder, 'folder', 'orders=../orders', (folder, id) => {
      if (!isFolder(folder)) {
        throw new UsageError(`--folder ${id}=${folder}: there is no folder '${folder}'`);
      }
      return relative(resolve(outdir), resolve(folder)).replaceAll('\\', '/') || '.';
    }),
    ports: each(lists.port, 'port', 'orders=5001', (port, id) => {
      if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
        throw new UsageError(`--port ${id}=${port}: expected a number from 1 to 65535`);
      }
      return Number(port);
    }),
    hosts: each(lists.host, 'host', 'redis:6379=localhost:6379', (host) => host),
    env: each(lists.env, 'env', 'NAME=value', (value, name) => {
      if (!/^[A-Za-z_]\w*$/.test(name)) {
        throw new UsageError(`--env ${name}=${value}: '${name}' is no name of a variable`);
      }
      return value;
    }),
    leaveOut: lists['leave-out'] ?? [],
    secretsIn: (values.secrets ?? 'file') as 'file' | 'env',
    mtls: flags.has('mtls'),
  };
}

/** The items of an option that is given as `name=value`, again and again. */
function each<T>(
  items: readonly string[] = [],
  option: string,
  example: string,
  read: (value: string, name: string) => T,
): { [name: string]: T } {
  const found = new Map<string, T>();
  for (const item of items) {
    const at = item.indexOf('=');
    if (at < 1) {
      throw new UsageError(`--${option} is a name and a value, e.g. --${option} '${example}': got '${item}'`);
    }
    const name = item.slice(0, at);
    if (found.has(name)) {
      throw new UsageError(`--${option} is given twice for '${name}': expected it once`);
    }
    found.set(name, read(item.slice(at + 1), name));
  }
  return Object.fromEntries(found);
}
