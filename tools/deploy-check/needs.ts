/** The programs that a run needs. */
import { helm } from '../real/helm';
import { kubectl } from '../real/kubectl';
import { Options } from './options';
import { Runner } from './runner';

/** Thrown where something is missing without which nothing can be tried. */
export class Missing extends Error {}

export interface Programs {
  readonly helm: string;
  readonly kubectl: string;
}

const KIND =
  'there is no kind: install it (https://kind.sigs.k8s.io/docs/user/quick-start/#installation), or name a cluster with --context';
const DOCKER = 'there is no docker: install it (https://docs.docker.com/engine/install/), or name a cluster with --context';
const ENGINE = 'docker finds no engine: start it, or name a cluster with --context';

/** Finds them all; throws with everything that is missing. */
export async function programsFor(options: Options, runner: Runner, find = { helm, kubectl }): Promise<Programs> {
  const problems: string[] = [];
  const found = (program: () => string): string => {
    try {
      return program();
    } catch (error) {
      problems.push((error as Error).message);
      return '';
    }
  };
  const programs = { helm: found(find.helm), kubectl: found(find.kubectl) };
  if (options.context === undefined) {
    problems.push(...(await forKind(runner)));
  }
  if (problems.length > 0) {
    throw new Missing(problems.join('\n'));
  }
  return programs;
}

async function forKind(runner: Runner): Promise<string[]> {
  const runs = async (program: string, ...args: string[]): Promise<boolean> => (await runner.run({ program, args })).status === 0;
  const docker = (await runs('docker', '--version')) ? ((await runs('docker', 'version')) ? [] : [ENGINE]) : [DOCKER];
  return [...docker, ...((await runs('kind', 'version')) ? [] : [KIND])];
}
