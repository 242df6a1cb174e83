/** Makes the namespaces of a cluster its node: kubelet, kube-proxy and CoreDNS. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { coredns, kubernetes } from '../kubernetes';
import { ApiServer } from './api-server';
import { SOCKET } from './containerd';
import { CONTEXT } from './kubeconfig';
import { PODS } from './prepare';

export const NODE = 'real';

export interface NodeOptions {
  /** The file of the certificate that the API server shows the kubelet. */
  readonly client: string;
  /** The control group of its Pods. */
  readonly group: string;
}

/** Starts the node, and waits until it takes Pods. */
export async function startNode(api: ApiServer, options: NodeOptions): Promise<void> {
  const folder = join(api.host.folder, 'node');
  mkdirSync(folder);
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const kubelet = api.host.start(
    kubernetes('kubelet'),
    [
      `--config=${write('kubelet.yaml', dump(kubeletConfiguration(api, folder, write('resolv.conf', ''), options)))}`,
      `--kubeconfig=${api.inner}`,
      `--hostname-override=${NODE}`,
      `--node-ip=${api.host.address}`,
    ],
    { name: 'kubelet' },
  );
  api.host.start(
    kubernetes('kube-proxy'),
    [
      `--kubeconfig=${api.inner}`,
      `--hostname-override=${NODE}`,
      '--proxy-mode=iptables',
      `--cluster-cidr=${PODS}`,
      // Neither may be set but for the whole machine.
      '--conntrack-max-per-core=0',
      '--healthz-bind-address=127.0.0.1:10256',
      '--metrics-bind-address=127.0.0.1:10249',
    ],
    { name: 'kube-proxy' },
  );
  api.host.start(coredns(), ['-conf', write('Corefile', corefile(api))], { name: 'coredns' });
  await kubelet.until(
    'made the node ready',
    async () => {
      const { status, stdout } = await api.tryKubectl(['get', 'node', NODE, '--no-headers']);
      return status === 0 && / Ready /.test(stdout) ? true : undefined;
    },
    120_000,
  );
}

function kubeletConfiguration(api: ApiServer, folder: string, resolvConf: string, { client, group }: NodeOptions): object {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: api.host.address,
    authentication: { anonymous: { enabled: false }, webhook: { enabled: false }, x509: { clientCAFile: client } },
    authorization: { mode: 'AlwaysAllow' },
    containerRuntimeEndpoint: `unix://${SOCKET}`,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${group}`,
    failCgroupV1: false,
    failSwapOn: false,
    enforceNodeAllocatable: [],
    localStorageCapacityIsolation: false,
    clusterDomain: 'cluster.local',
    clusterDNS: [api.host.address],
    resolvConf,
    volumePluginDir: join(folder, 'plugins'),
    evictionHard: { 'memory.available': '100Mi', 'nodefs.available': '1%', 'imagefs.available': '1%', 'nodefs.inodesFree': '1%' },
    imageGCHighThresholdPercent: 100,
  };
}

function corefile(api: ApiServer): string {
  return `.:53 {
    bind ${api.host.address}
    errors
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        kubeconfig ${api.inner} ${CONTEXT}
    }
    cache 5
}
`;
}
