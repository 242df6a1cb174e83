/** Finds what a cluster needs of a machine, and says what it lacks. */
import { existsSync } from 'node:fs';
import { has, tryRun } from '../../process';
import { debianPackages, hasDebianPackages } from '../debian-programs';

/** Programs by the Debian package that brings them. */
const PACKAGES: readonly [program: string, packageName: string, ...args: string[]][] = [
  ['ip', 'iproute2', '-Version'],
  ['iptables', 'iptables'],
  ['containerd', 'containerd'],
  ['ctr', 'containerd'],
  ['runc', 'runc'],
  ['openssl', 'openssl', 'version'],
];

const PLUGIN_FOLDERS = ['/usr/lib/cni', '/opt/cni/bin'];
const PLUGINS = ['ptp', 'host-local', 'portmap', 'loopback'];

/** Why no cluster can run here, a line each; none where one can. */
export function lacking(): string[] {
  if (process.platform !== 'linux') {
    return ['this is not Linux'];
  }
  if (process.getuid?.() !== 0) {
    return ['it does not run as root, which containers need here'];
  }
  const { status, stderr, error } = tryRun('unshare', ['--net', '--mount', '--pid', '--uts', '--ipc', '--fork', '--mount-proc', 'true']);
  if (status !== 0) {
    return [`this machine gives no namespaces: ${error?.message ?? stderr.trim()}`];
  }
  const packages = missing();
  return packages.length > 0 && !hasDebianPackages()
    ? [`programs are missing, and there is no apt-get to take them from Debian's packages: ${packages.join(', ')}`]
    : [];
}

/** The Debian packages whose programs this machine has not. */
function missing(): string[] {
  const packages = PACKAGES.filter(([program, , ...args]) => !has(program, ...args)).map(([, name]) => name);
  return [...new Set([...packages, ...(installedPlugins() === undefined ? ['containernetworking-plugins'] : [])])];
}

function installedPlugins(): string | undefined {
  return PLUGIN_FOLDERS.find((folder) => PLUGINS.every((plugin) => existsSync(`${folder}/${plugin}`)));
}

export interface Programs {
  /** What is laid over `/usr` for a cluster; undefined where the machine has all. */
  readonly usr?: string;
  /** The folder of the CNI plugins, as the cluster sees it. */
  readonly plugins: string;
}

/** Finds the programs of a node, or takes them from Debian's packages without installing them. */
export function nodePrograms(): Programs {
  const packages = missing();
  const usr = packages.length === 0 ? undefined : `${debianPackages(packages)}/usr`;
  return { usr, plugins: installedPlugins() ?? PLUGIN_FOLDERS[0] };
}
