/** A Kubernetes cluster of one node, in namespaces of its own on this machine. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ControlPlane } from '../../../src';
import { pause } from '../kubernetes';
import { writeImages } from '../image';
import { Processes } from '../processes';
import { ApiServer, startApiServer } from './api-server';
import { ControlGroup } from './cgroups';
import { PAUSE, startContainerd } from './containerd';
import { daprImages } from './dapr-images';
import { DaprRelease, DaprReleaseOptions } from './dapr-release';
import { Kube } from './kube';
import { Namespaces } from './namespaces';
import { lacking, nodePrograms } from './needs';
import { startNode } from './node';
import { prepare } from './prepare';

export interface ClusterOptions {
  /** Archives of images that it has from the start. */
  readonly images?: readonly string[];
}

/** A cluster that runs; its `kubeconfig` leads there from this machine. */
export class Cluster extends Kube {
  public constructor(
    public readonly api: ApiServer,
    public readonly namespaces: Namespaces,
    public readonly group: ControlGroup,
    private readonly processes: Processes,
  ) {
    super(api.kubeconfig);
  }

  /** The command that does the same for one archive, with `{}` for its path. */
  public get loadCommand(): string[] {
    return this.namespaces.command('ctr', [...IMPORT, '{}']);
  }

  /** Gives the node the images of archives, as `writeImages` writes them; nothing else does: there is no registry. */
  public async importImages(archives: readonly string[]): Promise<void> {
    await importImages(this.namespaces, archives);
  }

  /** Installs Dapr by the commands of a `ControlPlane`, with images of Dapr's programs; gives the control plane, of which all is ready. */
  public async installDapr(options: DaprReleaseOptions = {}): Promise<ControlPlane> {
    const folder = mkdtempSync(join(this.processes.folder, 'dapr-'));
    const release = new DaprRelease(folder, options);
    const archive = join(folder, 'images.tar');
    writeImages(archive, daprImages(await release.render(), release.plane.version));
    await this.importImages([archive]);
    rmSync(archive);
    await release.install(this);
    return release.plane;
  }

  /** Ends it with all that runs in it; nothing of it is left. */
  public async stop(): Promise<void> {
    this.namespaces.end();
    await this.processes.stop();
  }
}

/**
 * Brings up a cluster: etcd, API server, controllers, scheduler, containerd, kubelet, kube-proxy and CoreDNS, on 10.213.0.1 of a network that
 * only a port of the loopback leads into. Needs to be root. When this process ends, so does the cluster.
 */
export async function startCluster({ images = [] }: ClusterOptions = {}): Promise<Cluster> {
  const lacks = lacking();
  if (lacks.length > 0) {
    throw new Error(`no cluster can run here: ${lacks.join('; ')}`);
  }
  const programs = nodePrograms();
  const processes = new Processes();
  try {
    const namespaces = await Namespaces.create(processes);
    const group = new ControlGroup();
    processes.afterwardsDo(() => group.remove());
    await prepare(namespaces, programs);
    const client = await clientCertificate(namespaces);
    const [api] = await Promise.all([
      startApiServer(processes, {
        host: namespaces,
        flags: [
          '--kubelet-preferred-address-types=InternalIP',
          `--kubelet-client-certificate=${client}.crt`,
          `--kubelet-client-key=${client}.key`,
        ],
      }),
      startContainerd(namespaces, programs).then(() => importImages(namespaces, [pauseImage(namespaces.folder), ...images])),
    ]);
    await startNode(api, { client: `${client}.crt`, group: group.name });
    return new Cluster(api, namespaces, group, processes);
  } catch (error) {
    await processes.stop();
    throw error;
  }
}

/** A certificate that vouches for itself: by it the kubelet knows the API server. Gives its path without the extension. */
async function clientCertificate(namespaces: Namespaces): Promise<string> {
  const path = join(namespaces.folder, 'kubelet-client');
  const config = join(namespaces.folder, 'kubelet-client.cnf');
  writeFileSync(config, '[req]\ndistinguished_name = name\n[name]\n');
  const what = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-config', config];
  const who = ['-subj', '/O=system:masters/CN=kube-apiserver-kubelet-client', '-addext', 'extendedKeyUsage=clientAuth'];
  await namespaces.run('openssl', ['req', ...what, ...who, '-keyout', `${path}.key`, '-out', `${path}.crt`]);
  return path;
}

function pauseImage(folder: string): string {
  const path = join(folder, 'pause.tar');
  writeImages(path, [{ reference: PAUSE, layers: [[{ path: '/pause', from: pause() }]], entrypoint: ['/pause'], user: '65535' }]);
  return path;
}

const IMPORT = ['--namespace=k8s.io', 'images', 'import'];

async function importImages(namespaces: Namespaces, archives: readonly string[]): Promise<void> {
  for (const archive of archives) {
    await namespaces.run('ctr', [...IMPORT, archive], { patienceMs: 5 * 60_000 });
  }
}
