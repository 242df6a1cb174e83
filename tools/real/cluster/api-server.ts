/** Starts etcd, the API server of Kubernetes and its controllers. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { etcd, kubernetes } from '../kubernetes';
import { Processes } from '../processes';
import { Host, ThisMachine } from './host';
import { Kube } from './kube';
import { writeKubeconfig } from './kubeconfig';

export interface ApiServerOptions {
  readonly host?: Host;
  /** More flags of the API server. */
  readonly flags?: readonly string[];
}

/** An API server that runs, with the controllers that make ReplicaSets, Pods, service accounts and the like. */
export class ApiServer extends Kube {
  public constructor(
    public readonly host: Host,
    /** For programs of the same host. */
    public readonly inner: string,
    /** The file of its certificate. */
    public readonly authority: string,
    /** Where programs of the same host reach it. */
    public readonly server: string,
    outer: string,
  ) {
    super(outer);
  }
}

/**
 * Starts an API server that has nobody to run Pods. Needs no rights.
 *
 * @param processes stop it
 */
export async function startApiServer(processes: Processes, options: ApiServerOptions = {}): Promise<ApiServer> {
  const { host = new ThisMachine(processes), flags = [] } = options;
  const folder = join(host.folder, 'api-server');
  mkdirSync(folder);
  const [store, peer, port] = await host.ports(3);
  startEtcd(host, join(folder, 'etcd'), store, peer);
  const token = randomBytes(24).toString('hex');
  writeFileSync(join(folder, 'tokens.csv'), `${token},admin,admin,"system:masters"\n`, { mode: 0o600 });
  const keys = writeKeys(folder);
  const server = host.start(
    kubernetes('kube-apiserver'),
    [
      `--etcd-servers=http://127.0.0.1:${store}`,
      `--secure-port=${port}`,
      `--bind-address=${host instanceof ThisMachine ? '127.0.0.1' : '0.0.0.0'}`,
      `--advertise-address=${host.address}`,
      `--cert-dir=${join(folder, 'certificates')}`,
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${keys.public}`,
      `--service-account-signing-key-file=${keys.private}`,
      '--service-cluster-ip-range=10.96.0.0/16',
      '--authorization-mode=RBAC',
      `--token-auth-file=${join(folder, 'tokens.csv')}`,
      '--allow-privileged=true',
      ...flags,
    ],
    { name: 'kube-apiserver', cwd: folder },
  );
  const authority = join(folder, 'certificates', 'apiserver.crt');
  const inner = `${host instanceof ThisMachine ? '127.0.0.1' : host.address}:${port}`;
  const api = new ApiServer(
    host,
    writeKubeconfig(join(folder, 'inner'), { server: inner, authority, token }),
    authority,
    inner,
    writeKubeconfig(join(host.folder, 'kubeconfig'), { server: await host.reach(port), authority, token }),
  );
  await server.until(
    'became ready',
    async () => ((await api.tryKubectl(['get', '--raw=/readyz', '--request-timeout=5s'])).status === 0 ? true : undefined),
    120_000,
  );
  startControllers(api, keys.private);
  // Where no Pod can run, none is placed either.
  if (!(host instanceof ThisMachine)) {
    startScheduler(api);
  }
  await api.until('the service account of the default namespace', async () =>
    (await api.tryKubectl(['get', 'serviceaccount', 'default'])).status === 0 ? true : undefined,
  );
  return api;
}

function startEtcd(host: Host, data: string, client: number, peer: number): void {
  const [here, there] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  const addresses = [
    `--listen-client-urls=${here}`,
    `--advertise-client-urls=${here}`,
    `--listen-peer-urls=${there}`,
    `--initial-advertise-peer-urls=${there}`,
    `--initial-cluster=default=${there}`,
  ];
  host.start(etcd(), [`--data-dir=${data}`, ...addresses, '--unsafe-no-fsync'], { name: 'etcd' });
}

/** The keys that service accounts' tokens are signed with. */
function writeKeys(folder: string): { private: string; public: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const paths = { private: join(folder, 'accounts.key'), public: join(folder, 'accounts.pub') };
  writeFileSync(paths.private, privateKey, { mode: 0o600 });
  writeFileSync(paths.public, publicKey);
  return paths;
}

function startControllers(api: ApiServer, key: string): void {
  api.host.start(
    kubernetes('kube-controller-manager'),
    [
      `--kubeconfig=${api.inner}`,
      '--secure-port=0',
      `--service-account-private-key-file=${key}`,
      `--root-ca-file=${api.authority}`,
      '--use-service-account-credentials=true',
      '--leader-elect=false',
      '--controllers=*,-node-ipam-controller',
    ],
    { name: 'kube-controller-manager' },
  );
}

function startScheduler({ host, inner }: ApiServer): void {
  host.start(kubernetes('kube-scheduler'), [`--kubeconfig=${inner}`, '--leader-elect=false', '--secure-port=0'], {
    name: 'kube-scheduler',
  });
}
