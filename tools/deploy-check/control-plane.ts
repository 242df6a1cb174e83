/** Dapr in the cluster: installed as `ControlPlane` says, or found. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { ControlPlane } from '../../src';
import { Kubectl } from './kubectl';
import { Missing, Programs } from './needs';
import { Runner, succeed } from './runner';

export interface ControlPlaneProps {
  readonly runner: Runner;
  readonly programs: Programs;
  readonly kubeconfig: string;
  readonly version: string;
  /** A chart as it is released, in place of the one in Dapr's repository. */
  readonly chart?: string;
  readonly work: string;
}

const PATIENCE_MS = 11 * 60_000;

/** Runs the commands that `ControlPlane` gives its users. */
export async function installDapr({ runner, programs, kubeconfig, version, chart, work }: ControlPlaneProps): Promise<void> {
  const plane = planeOf(version);
  const valuesFile = join(work, 'dapr-values.yaml');
  writeFileSync(valuesFile, plane.toValuesYaml());
  const env = { KUBECONFIG: kubeconfig, PATH: [linked(programs, work), process.env.PATH].join(delimiter) };
  for (const command of plane.toHelmCommands({ valuesFile })) {
    const local = chart === undefined ? command : command.replace(`dapr --repo ${plane.repository} --version ${version}`, chart);
    await succeed(runner, { program: 'sh', args: ['-ec', local], env, patienceMs: PATIENCE_MS });
  }
}

/** Takes away the release, its namespace and its CRDs, which Helm leaves. */
export async function removeDapr(props: ControlPlaneProps, kubectl: Kubectl): Promise<void> {
  const { releaseName, namespace } = planeOf(props.version);
  const args = ['uninstall', releaseName, '--namespace', namespace, '--kubeconfig', props.kubeconfig, '--wait', '--timeout=3m'];
  await succeed(props.runner, { program: props.programs.helm, args, patienceMs: PATIENCE_MS });
  const crds = (await kubectl.run(['get', 'crds', '--output=name'])).split('\n').filter((name) => name.endsWith('.dapr.io'));
  await kubectl.run(['delete', ...crds, `namespace/${namespace}`, '--timeout=120s'], { patienceMs: PATIENCE_MS });
}

/** The version of the Dapr that runs in the cluster; throws with what to do where there is none. */
export async function daprVersion(kubectl: Kubectl): Promise<string> {
  const { items } = await kubectl.json(['get', 'deployments', '--all-namespaces', '--selector=app=dapr-operator']);
  const image = items[0]?.spec.template.spec.containers[0].image as string | undefined;
  const version = image && /:(\d+\.\d+\.\d+)/.exec(image)?.[1];
  if (version === undefined) {
    throw new Missing('there is no Dapr in this cluster: install it, or let --install-dapr do so');
  }
  return version;
}

function planeOf(version: string): ControlPlane {
  // Jobs and workflows need not outlive a check, and not every cluster has disks to give.
  return new ControlPlane(new Chart(new App(), 'deploy-check'), 'dapr', { version, scheduler: { inMemoryStorage: true } });
}

/** A folder in which both have the names that the commands call them by. */
function linked(programs: Programs, work: string): string {
  const folder = join(work, 'bin');
  mkdirSync(folder);
  Object.entries(programs).forEach(([name, path]) => isAbsolute(path) && symlinkSync(path, join(folder, name)));
  return folder;
}
