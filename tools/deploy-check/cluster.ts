/** The two kinds of clusters that the checks run in. */
import { writeFileSync } from 'node:fs';
import { Missing } from './needs';
import { Runner, succeed } from './runner';

export interface Cluster {
  /** What it does to have one, for the list of checks. */
  readonly title: string;
  /** Writes a kubeconfig that knows this cluster alone: whatever goes wrong, nothing else is touched. */
  up(kubeconfig: string): Promise<void>;
  /** Takes away what `up` made. */
  down(): Promise<void>;
}

const UP_MS = 10 * 60_000;

/** A cluster in containers of Docker, made for this run. */
export class KindCluster implements Cluster {
  public readonly title: string;

  public constructor(
    private readonly runner: Runner,
    private readonly cleaner: Runner,
    private readonly name: string,
    private readonly nodeImage: string,
  ) {
    this.title = `kind creates the cluster ${name}`;
  }

  public async up(kubeconfig: string): Promise<void> {
    const args = ['create', 'cluster', '--name', this.name, '--image', this.nodeImage, '--kubeconfig', kubeconfig, '--wait', '5m'];
    await succeed(this.runner, { program: 'kind', args, patienceMs: UP_MS });
  }

  public async down(): Promise<void> {
    await succeed(this.cleaner, { program: 'kind', args: ['delete', 'cluster', '--name', this.name], patienceMs: UP_MS });
  }
}

/** A cluster that is there, and stays. */
export class ExistingCluster implements Cluster {
  public readonly title: string;

  public constructor(
    private readonly runner: Runner,
    private readonly kubectl: string,
    private readonly context: string,
  ) {
    this.title = `the cluster of the context ${context} answers`;
  }

  public async up(kubeconfig: string): Promise<void> {
    const { status, stdout } = await this.runner.run({
      program: this.kubectl,
      args: ['config', 'view', '--minify', '--flatten', '--raw', `--context=${this.context}`],
    });
    if (status !== 0) {
      throw new Missing(`kubectl knows no context '${this.context}': kubectl config get-contexts lists them; KUBECONFIG names the file`);
    }
    writeFileSync(kubeconfig, stdout, { mode: 0o600 });
    await succeed(this.runner, { program: this.kubectl, args: [`--kubeconfig=${kubeconfig}`, 'version', '--request-timeout=15s'] });
  }

  public async down(): Promise<void> {
    // It was there before.
  }
}
