/** Runs containers in the namespaces of a cluster. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Namespaces } from './namespaces';
import { Programs } from './needs';
import { PODS, snapshotter } from './prepare';

export const SOCKET = '/run/containerd/containerd.sock';

/** The image that holds the namespaces of a Pod. */
export const PAUSE = 'registry.k8s.io/pause:3.10.1';

export async function startContainerd(namespaces: Namespaces, { plugins }: Programs): Promise<void> {
  const folder = join(namespaces.folder, 'containerd');
  const networks = join(folder, 'cni');
  mkdirSync(networks, { recursive: true });
  writeFileSync(join(networks, '10-pods.conflist'), JSON.stringify(network(join(folder, 'addresses'))));
  writeFileSync(join(folder, 'config.toml'), config(folder, networks, plugins, await snapshotter(namespaces)));
  const running = namespaces.start('containerd', ['--config', join(folder, 'config.toml')], { name: 'containerd' });
  await running.until(
    'took requests',
    async () =>
      namespaces.run('ctr', ['version']).then(
        () => true,
        () => undefined,
      ),
    60_000,
  );
}

/** Each Pod has a wire of its own to the node, so that all of its traffic passes kube-proxy's rules without a bridge. */
function network(addresses: string): object {
  const ipam = { type: 'host-local', dataDir: addresses, ranges: [[{ subnet: PODS }]], routes: [{ dst: '0.0.0.0/0' }] };
  return {
    cniVersion: '0.4.0',
    name: 'pods',
    plugins: [
      { type: 'ptp', ipMasq: false, ipam },
      { type: 'portmap', capabilities: { portMappings: true } },
    ],
  };
}

function config(folder: string, networks: string, plugins: string, snapshots: string): string {
  return `version = 2
root = "${folder}/root"
state = "/run/containerd"
[grpc]
  address = "${SOCKET}"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${PAUSE}"
  disable_tcp_service = true
  disable_apparmor = true
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "${snapshots}"
    default_runtime_name = "runc"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "${plugins}"
    conf_dir = "${networks}"
`;
}
