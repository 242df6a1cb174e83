/** The checks, for whoever has a cluster with Dapr in it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DaprVersion } from '../../../src';
import { Tally } from '../../tally';
import { ImageNames } from '../images';
import { Kubectl } from '../kubectl';
import { Programs } from '../needs';
import { Runner } from '../runner';
import { HelmInstaller, Installer, PlainInstaller } from './installers';
import { rollOutChecks } from './roll-out';

export type Way = 'plain' | 'helm';

export interface DeployChecks {
  readonly runner: Runner;
  readonly programs: Programs;
  /** A file that knows the cluster; Dapr runs there, and its nodes have the images. */
  readonly kubeconfig: string;
  readonly images: ImageNames;
  /** The version of Dapr that runs there. */
  readonly daprVersion: string;
  readonly tally: Tally;
  /** A folder for what is written on the way. */
  readonly work: string;
  /** A part of the namespaces' names, so that two runs do not meet. */
  readonly id: string;
  readonly ways: readonly Way[];
}

export function namespaceOf(way: Way, id: string): string {
  return `deploy-check-${id}-${way}`;
}

/** Rolls the shop out in each of the ways, one after the other, each in a namespace that whoever asks removes. */
export async function deployChecks(checks: DeployChecks): Promise<void> {
  const { ways, id, tally, images } = checks;
  const cluster = new Kubectl({ runner: checks.runner, kubectl: checks.programs.kubectl, kubeconfig: checks.kubeconfig });
  for (const way of ways) {
    const namespace = namespaceOf(way, id);
    const kubectl = cluster.in(namespace);
    const made = await tally.checkLater(`the namespace ${namespace} is made`, async () => {
      await cluster.run(['create', 'namespace', namespace]);
    });
    if (made) {
      await rollOutChecks({ kubectl, images, tally, installer: installerFor(way, checks, kubectl, namespace) });
    }
  }
}

function installerFor(way: Way, checks: DeployChecks, kubectl: Kubectl, namespace: string): Installer {
  const { runner, programs, kubeconfig, images } = checks;
  const daprVersion = DaprVersion.parse(checks.daprVersion.split('.').slice(0, 2).join('.'));
  const props = { kubectl, namespace, images, daprVersion };
  if (way === 'plain') {
    return new PlainInstaller(props);
  }
  const work = join(checks.work, 'chart');
  mkdirSync(work, { recursive: true });
  return new HelmInstaller({ ...props, runner, helm: programs.helm, kubeconfig, work });
}
