/** The whole of it: a cluster, Dapr, the images, the checks, and away with all that was made. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Tally } from '../tally';
import { deployChecks, namespaceOf } from './checks';
import { Cluster, ExistingCluster, KindCluster } from './cluster';
import { collect } from './collect';
import { ControlPlaneProps, daprVersion, installDapr, removeDapr } from './control-plane';
import { DockerImages, ImageArchives, ImageNames, Images, ImagesOfThisMachine, PresentImages } from './images';
import { Kubectl } from './kubectl';
import { Missing, Programs, programsFor } from './needs';
import { Options } from './options';
import { Runner } from './runner';

export interface Tools {
  /** Stops when the run is told to stop. */
  readonly runner: Runner;
  /** Cleans up, also after that. */
  readonly cleaner: Runner;
  readonly tally: Tally;
  readonly say: (line: string) => void;
  /** Where the programs are; found on this machine unless given. */
  readonly programs?: Programs;
  /** Makes names unlike those of any other run; by chance unless given. */
  readonly id?: string;
}

/** Runs it; what fails is in the tally. Throws `Missing` where it cannot be tried at all. */
export async function deployCheck(options: Options, tools: Tools): Promise<void> {
  const programs = tools.programs ?? (await programsFor(options, tools.runner));
  const run = new Run(options, tools, programs);
  try {
    await run.checks();
  } finally {
    await run.end();
  }
}

class Run {
  private readonly id: string;
  private readonly work = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-deploy-'));
  private readonly kubeconfig = join(this.work, 'kubeconfig');
  private readonly cluster: Cluster;
  /** What has to be taken away, the last first, also where it was made in part. */
  private readonly undo: { readonly title: string; readonly work: () => Promise<unknown> }[] = [];

  public constructor(
    private readonly options: Options,
    private readonly tools: Tools,
    private readonly programs: Programs,
  ) {
    this.id = tools.id ?? randomBytes(3).toString('hex');
    const { context, nodeImage } = options;
    this.cluster =
      context === undefined
        ? new KindCluster(tools.runner, tools.cleaner, this.name, nodeImage)
        : new ExistingCluster(tools.runner, programs.kubectl, context);
  }

  /** Each step stands on the one before. */
  public async checks(): Promise<void> {
    const { tools, options, programs, kubeconfig, work, id } = this;
    this.undo.push({ title: 'the cluster is removed', work: () => this.cluster.down() });
    if (!(await this.step(this.cluster.title, () => this.cluster.up(kubeconfig)))) {
      return;
    }
    const version = await this.dapr();
    const images = this.images();
    if (version === undefined || !(await this.step(images.title, () => this.provide(images)))) {
      return;
    }
    for (const way of options.with) {
      const namespace = namespaceOf(way, id);
      const args = ['delete', 'namespace', namespace, '--ignore-not-found', '--timeout=180s'];
      this.undo.push({ title: `the namespace ${namespace} is removed`, work: () => this.cleaner().run(args, { patienceMs: 200_000 }) });
    }
    const { runner, tally } = tools;
    await deployChecks({ runner, programs, kubeconfig, images: this.names(), daprVersion: version, tally, work, id, ways: options.with });
  }

  /** Collects what the cluster knows of a failure, and takes away what was made. */
  public async end(): Promise<void> {
    const { tools, options, work, kubeconfig } = this;
    if (!tools.tally.ok) {
      await this.collect();
    }
    if (options.keep) {
      tools.say(`kept; to see it: kubectl --kubeconfig ${kubeconfig} get pods --all-namespaces`);
      return;
    }
    for (const { title, work: away } of this.undo.reverse()) {
      try {
        await away();
      } catch (error) {
        await tools.tally.checkLater(title, () => Promise.reject(error as Error));
      }
    }
    rmSync(work, { recursive: true, force: true });
  }

  private get name(): string {
    return `deploy-check-${this.id}`;
  }

  /** The version of Dapr that is there now; undefined where there is none. */
  private async dapr(): Promise<string | undefined> {
    const { options, tools } = this;
    const { runner, cleaner } = tools;
    const { daprVersion: version, daprChart: chart } = options;
    const plane: ControlPlaneProps = { runner, programs: this.programs, kubeconfig: this.kubeconfig, version, chart, work: this.work };
    if (options.context === undefined || options.installDapr) {
      if (options.context !== undefined) {
        this.undo.push({ title: 'Dapr is removed', work: () => removeDapr({ ...plane, runner: cleaner }, this.cleaner()) });
      }
      return (await this.step(`Dapr ${version} is installed`, () => installDapr(plane))) ? version : undefined;
    }
    let found: string | undefined;
    await this.step('there is a Dapr in the cluster', async () => `${(found = await daprVersion(this.kubectl(runner)))}`);
    return found;
  }

  private images(): Images {
    const { options, tools } = this;
    if (options.skipImages) {
      return new PresentImages();
    }
    if (options.images.length > 0) {
      const kind = ['kind', 'load', 'image-archive', '{}', '--name', this.name];
      return new ImageArchives(tools.runner, options.images, options.load.length > 0 ? options.load : kind);
    }
    return options.context === undefined
      ? new DockerImages(tools.runner, this.name)
      : new ImagesOfThisMachine((file) => new ImageArchives(tools.runner, [file], options.load).provide());
  }

  private async provide(images: Images): Promise<void> {
    const folder = join(this.work, 'images');
    mkdirSync(folder);
    await images.provide(this.names(), folder);
  }

  private names(): ImageNames {
    const { registry, tags, redisImage: redis } = this.options;
    return { registry, tags, redis };
  }

  private async collect(): Promise<void> {
    const { tools, options, id } = this;
    const folder = resolve(options.logs, id);
    try {
      await collect(this.cleaner(), ['dapr-system', ...options.with.map((way) => namespaceOf(way, id))], folder);
      tools.say(`what the cluster knows of it: ${folder}`);
    } catch (error) {
      tools.say(`nothing could be collected: ${(error as Error).message}`);
    }
  }

  /** Makes a step. What is missing is no failure of what is checked: it ends the run. */
  private async step(title: string, work: () => Promise<string | void>): Promise<boolean> {
    this.tools.say(`…          ${title}`);
    let missing: Missing | undefined;
    const made = work().catch((error: Error) => {
      missing = error instanceof Missing ? error : undefined;
      throw error;
    });
    await made.catch(() => undefined);
    if (missing !== undefined) {
      throw missing;
    }
    return this.tools.tally.checkLater(title, () => made);
  }

  private cleaner(): Kubectl {
    return this.kubectl(this.tools.cleaner);
  }

  private kubectl(runner: Runner): Kubectl {
    return new Kubectl({ runner, kubectl: this.programs.kubectl, kubeconfig: this.kubeconfig });
  }
}
