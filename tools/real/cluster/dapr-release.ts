/** Installs Dapr's real chart with real helm, by the commands that `ControlPlane` writes. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
  /** Whether helm and kubectl wait until all runs; they do unless told otherwise. */
  readonly wait?: boolean;
}

/** Gives the control plane that was installed. */
export async function installDapr(kube: Kube, { props, wait = true }: DaprReleaseOptions = {}): Promise<ControlPlane> {
  const work = mkdtempSync(join(tmpdir(), 'cdk8s-dapr-release-'));
  try {
    const version = props?.version ?? DAPR;
    const plane = new ControlPlane(new Chart(new App(), 'install'), 'dapr', { ...props, version });
    writeFileSync(join(work, 'values.yaml'), plane.toValuesYaml());
    const chart = packChart(work, version);
    const path = [programs(work), process.env.PATH].join(delimiter);
    const commands = plane.toHelmCommands({ valuesFile: join(work, 'values.yaml'), timeout: '5m' });
    for (const command of wait ? commands : withoutWaiting(commands)) {
      // No repository of charts is asked: the chart is the one of the sources of this version.
      const local = command.replace(`dapr --repo ${plane.repository} --version ${version}`, chart);
      await runLater('sh', ['-ec', local], { env: { PATH: path, KUBECONFIG: kube.kubeconfig }, patienceMs: 6 * 60_000 });
    }
    return plane;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function withoutWaiting(commands: readonly string[]): string[] {
  return commands.filter((command) => !command.includes(' rollout ')).map((command) => command.replace(' --wait', ''));
}

/** The chart as it is released: with the version where the sources have 0.0.0, and the tag of the images. */
function packChart(work: string, version: string): string {
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
  mkdirSync(folder);
  for (const [name, found] of Object.entries({ helm: helm(), kubectl: kubectl() })) {
    if (found !== name) {
      symlinkSync(found, join(folder, name));
    }
  }
  return folder;
}
