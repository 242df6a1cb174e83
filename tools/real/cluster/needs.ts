/** Says what a machine lacks for a cluster. */
import { existsSync } from 'node:fs';
import { has, tryRun } from '../../process';

/** Programs by the Debian package that brings them. */
const PACKAGES: readonly [program: string, packageName: string, ...args: string[]][] = [
  ['unshare', 'util-linux'],
  ['nsenter', 'util-linux'],
  ['ip', 'iproute2', '-Version'],
  ['iptables', 'iptables'],
  ['containerd', 'containerd'],
  ['ctr', 'containerd'],
  ['runc', 'runc'],
  ['openssl', 'openssl', 'version'],
];

const PLUGIN_FOLDERS = ['/usr/lib/cni', '/opt/cni/bin'];
const PLUGINS = ['ptp', 'host-local', 'portmap', 'loopback'];

/** The folder of the CNI plugins; throws where there is none. */
export function pluginFolder(): string {
  const folder = PLUGIN_FOLDERS.find((one) => PLUGINS.every((plugin) => existsSync(`${one}/${plugin}`)));
  if (folder === undefined) {
    throw new Error(`there are no CNI plugins in ${PLUGIN_FOLDERS.join(' or ')}`);
  }
  return folder;
}

/** Why no cluster can run here, a line each; none where one can. */
export function lacking(): string[] {
  if (process.platform !== 'linux') {
    return ['this is not Linux'];
  }
  if (process.getuid?.() !== 0) {
    return ['it does not run as root, which containers need here'];
  }
  const packages = new Set(PACKAGES.filter(([program, , ...args]) => !has(program, ...args)).map(([, name]) => name));
  if (!PLUGIN_FOLDERS.some((folder) => existsSync(`${folder}/ptp`))) {
    packages.add('containernetworking-plugins');
  }
  if (packages.size > 0) {
    return [`programs are missing: apt-get install ${[...packages].join(' ')}`];
  }
  const { status, stderr } = tryRun('unshare', ['--net', '--mount', '--pid', '--uts', '--ipc', '--fork', '--mount-proc', 'true']);
  return status === 0 ? [] : [`this machine gives no namespaces: ${stderr.trim()}`];
}
