/** Installs Dapr's real chart with real helm, by the commands that `ControlPlane` writes. */
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { ControlPlane, ControlPlaneProps } from '../../../src';
import { DAPR } from '../dapr';
import { daprChart } from '../dapr-chart';
import { helm } from '../helm';
import { kubectl } from '../kubectl';
import { runLater } from '../later';
import { run } from '../../process';
import { Kube } from './kube';

export interface DaprReleaseOptions {
  /** What is installed, on top of the version. */
  readonly props?: Partial<ControlPlaneProps>;
}

/** Dapr's chart with the values of a control plane, and the commands that install it. */
export class DaprRelease {
  public readonly plane: ControlPlane;

  private readonly chart: string;
  private readonly values: string;

  /** @param work a folder to work in */
  public constructor(
    private readonly work: string,
    { props }: DaprReleaseOptions = {},
  ) {
    const version = props?.version ?? DAPR;
    this.plane = new ControlPlane(new Chart(new App(), 'install'), 'dapr', { ...props, version });
    this.chart = releasedChart(work, version);
    this.values = join(work, 'values.yaml');
    writeFileSync(this.values, this.plane.toValuesYaml());
  }

  /** All objects of the chart, as text. */
  public render(): Promise<string> {
    const { releaseName, namespace } = this.plane;
    return runLater(helm(), ['template', releaseName, this.chart, '--namespace', namespace, '--values', this.values]);
  }

  /** Installs it, and waits until all runs. */
  public install(kube: Kube): Promise<void> {
    return this.run(kube, this.commands);
  }

  /** Installs it where no Pod will ever run. */
  public installObjects(kube: Kube): Promise<void> {
    const waits = / --wait| rollout /;
    return this.run(
      kube,
      this.commands.filter((command) => !waits.test(command.replace(' --wait', ''))).map((command) => command.replace(' --wait', '')),
    );
  }

  /** The commands of the control plane; the chart is not of a repository, but of the sources of its version. */
  private get commands(): string[] {
    const { repository, version } = this.plane;
    const published = `dapr --repo ${repository} --version ${version}`;
    return this.plane.toHelmCommands({ valuesFile: this.values, timeout: '5m' }).map((command) => command.replace(published, this.chart));
  }

  private async run(kube: Kube, commands: readonly string[]): Promise<void> {
    const env = { PATH: [programs(this.work), process.env.PATH].join(delimiter), KUBECONFIG: kube.kubeconfig };
    for (const command of commands) {
      await runLater('sh', ['-ec', command], { env, patienceMs: 6 * 60_000 });
    }
  }
}

/** The chart as it is released: with the version where the sources have 0.0.0, and the tag of the images. */
function releasedChart(work: string, version: string): string {
  const folder = join(work, 'dapr');
  cpSync(daprChart(version), folder, { recursive: true });
  run('chmod', ['-R', 'u+w', folder]);
  const charts = [folder, ...readdirSync(join(folder, 'charts')).map((name) => join(folder, 'charts', name))];
  charts.forEach((one) => replace(join(one, 'Chart.yaml'), /'0\.0\.0'/g, `'${version}'`));
  replace(join(folder, 'values.yaml'), /tag: 'edge'/, `tag: '${version}'`);
  return folder;
}

function replace(path: string, pattern: RegExp, text: string): void {
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace(pattern, text));
}

/** A folder with both under the names that the commands call them by. */
function programs(work: string): string {
  const folder = join(work, 'bin');
  mkdirSync(folder, { recursive: true });
  for (const [name, found] of Object.entries({ helm: helm(), kubectl: kubectl() })) {
    if (found !== name && !existsSync(join(folder, name))) {
      symlinkSync(found, join(folder, name));
    }
  }
  return folder;
}
