/** The two ways in which a user brings the shop into a cluster. */
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import * as dapr from '../../../src';
import { onRedis } from '../../../examples/order-processing/on-redis';
import { ImageNames } from '../images';
import { Kubectl, yamlOf } from '../kubectl';
import { Runner, succeed } from '../runner';

export interface Installer {
  readonly title: string;
  /** Brings a version in, or takes its place: the first or the second of the images' tags. */
  install(version: 0 | 1): Promise<void>;
  remove(): Promise<void>;
}

export interface InstallerProps {
  readonly kubectl: Kubectl;
  readonly namespace: string;
  readonly images: ImageNames;
  /** The version of Dapr that the manifests are for. */
  readonly daprVersion: dapr.DaprVersion;
}

const PATIENCE_MS = 3 * 60_000;

/** `kubectl apply` of what the program writes. */
export class PlainInstaller implements Installer {
  public readonly title = 'plain manifests';

  public constructor(private readonly props: InstallerProps) {}

  public async install(version: 0 | 1): Promise<void> {
    await this.props.kubectl.apply(manifests(this.props, version));
  }

  public async remove(): Promise<void> {
    const input = yamlOf(manifests(this.props, 0).reverse());
    await this.props.kubectl.run(['delete', '--wait', '--timeout=120s', '--filename=-'], { input, patienceMs: PATIENCE_MS });
  }
}

/** The objects that the program writes. */
export function manifests({ namespace, images, daprVersion }: InstallerProps, version: 0 | 1): object[] {
  const app = new dapr.App();
  dapr.DaprVersion.use(app, daprVersion);
  onRedis({ namespace, registry: images.registry, tag: images.tags[version] }).define(app);
  return loadAll(app.synthYaml() as string) as object[];
}

export interface HelmInstallerProps extends InstallerProps {
  readonly runner: Runner;
  readonly helm: string;
  readonly kubeconfig: string;
  /** A folder that the chart is written into. */
  readonly work: string;
}

const RELEASE = 'shop';

/** Helm, with the chart that is made of the same program. */
export class HelmInstaller implements Installer {
  public readonly title = 'Helm chart';
  private readonly chart: string;

  public constructor(private readonly props: HelmInstallerProps) {
    const { images, namespace, daprVersion, work } = props;
    const program = onRedis({ namespace, registry: images.registry, tag: images.tags[0] });
    this.chart = join(work, 'shop');
    dapr.HelmChart.of(program, { name: 'shop', version: '1.0.0', daprVersion }).write(work);
  }

  public async install(version: 0 | 1): Promise<void> {
    const value = `image.tag=${this.props.images.tags[version]}`;
    await this.helm('upgrade', '--install', RELEASE, this.chart, '--set-string', value);
  }

  public async remove(): Promise<void> {
    await this.helm('uninstall', RELEASE, '--wait', '--timeout=2m');
  }

  private async helm(...args: string[]): Promise<void> {
    const { runner, helm, kubeconfig, namespace } = this.props;
    const place = [`--kubeconfig=${kubeconfig}`, `--namespace=${namespace}`];
    await succeed(runner, { program: helm, args: [...args, ...place], patienceMs: PATIENCE_MS });
  }
}
