/** What a cluster leaves on the machine: nothing, or the run has failed. */
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from './index';

const SPACES = ['net', 'mnt', 'pid'] as const;

/** What to look for when it is down. */
export interface Traces {
  readonly folder: string;
  /** As the kernel names its namespaces: `net:[4026532295]`. */
  readonly spaces: readonly string[];
  readonly group: Cluster['group'];
}

export function tracesOf({ namespaces, group }: Cluster): Traces {
  const spaces = SPACES.map((space) => readlinkSync(`/proc/${namespaces.first}/ns/${space}`));
  return { folder: namespaces.folder, spaces, group };
}

/**
 * What is left, a line each. Links, addresses, rules and mounts of a namespace are there as long as the namespace is, and that is as long as
 * a process is in it or a mount holds it.
 */
export function leftovers({ folder, spaces, group }: Traces): string[] {
  const mounts = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
  return [
    ...processesIn(spaces),
    ...mounts.filter((line) => line.includes(folder) || spaces.some((space) => line.includes(space))).map((line) => `a mount: ${line}`),
    ...group.left.map((path) => `a control group: ${path}`),
    ...(existsSync(folder) ? [`a folder: ${folder}`] : []),
  ];
}

function processesIn(spaces: readonly string[]): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const within = SPACES.map((space) => readlinkSync(join('/proc', pid, 'ns', space))).filter((space) => spaces.includes(space));
        return within.length > 0 ? [`a process in ${within.join(', ')}: ${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()} (${pid})`] : [];
      } catch {
        return []; // It ended meanwhile.
      }
    });
}
