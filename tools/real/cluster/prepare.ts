/** What a node needs of the namespaces that it lives in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Namespaces } from './namespaces';
import { Programs } from './needs';

/** Services have addresses of this network. */
export const SERVICES = '10.96.0.0/16';

/** Pods have addresses of this network. */
export const PODS = '10.244.0.0/16';

/** What the kubelet sets for the whole machine unless it is set. */
const KERNEL = { 'vm/overcommit_memory': 1, 'vm/panic_on_oom': 0, 'kernel/panic': 10, 'kernel/panic_on_oops': 1 };
const KEYS = { 'kernel/keys/root_maxkeys': 1_000_000, 'kernel/keys/root_maxbytes': 25_000_000 };

/** Gives the namespaces a network, and folders of their own where programs of a node write to. */
export async function prepare(namespaces: Namespaces, { usr }: Programs): Promise<void> {
  const { folder, address } = namespaces;
  const own = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  // Nothing may change the machine's kernel: the kubelet reads that all is as it wants it.
  const settings = Object.entries({ ...KERNEL, ...KEYS }).map(([name, value]) => {
    const file = join(folder, name.replaceAll('/', '-'));
    writeFileSync(file, `${value}\n`);
    return `mount --bind '${file}' /proc/sys/${name}`;
  });
  const script = [
    'mount --make-rshared /',
    ...(usr === undefined ? [] : [`mount -t overlay overlay -o 'lowerdir=${usr}:/usr' /usr`]),
    'mount -t tmpfs -o mode=755 tmpfs /run',
    `mount --bind '${own('var-lib')}' /var/lib`,
    `mount --bind '${own('var-log')}' /var/log`,
    ...settings,
    'ip link set lo up',
    `ip address add ${address}/32 dev lo`,
    // Without a route to a Service's address, kube-proxy never sees what is sent there.
    `ip route add ${SERVICES} dev lo src ${address}`,
    'echo 1 > /proc/sys/net/ipv4/ip_forward',
  ];
  await namespaces.run('sh', ['-ec', script.join('\n')]);
}

/** How containers get their root: by layers where the disk below allows it, else by copies. */
export async function snapshotter(namespaces: Namespaces): Promise<'overlayfs' | 'native'> {
  const script = [
    'cd "$(mktemp -d -p "$PWD")"',
    'mkdir lower upper work merged',
    'mount -t overlay overlay -o lowerdir=lower,upperdir=upper,workdir=work merged',
    'umount merged',
  ];
  return namespaces.run('sh', ['-ec', script.join('\n')]).then(
    () => 'overlayfs',
    () => 'native',
  );
}
