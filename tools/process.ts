import { spawnSync } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  /** On top of the environment of this process. */
  readonly env?: { readonly [name: string]: string };
  /** What the program reads. */
  readonly input?: string;
}

/** What a program printed, or all that it printed as an error. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): string {
  const { status, stdout, stderr, error } = tryRun(command, args, options);
  if (status !== 0) {
    throw new Error(`${[command, ...args].join(' ')}: ${error?.message ?? `status ${status}`}\n${stdout}${stderr}`.trimEnd());
  }
  return stdout;
}

/** The same, for programs whose status says more than that they failed. */
export function tryRun(
  command: string,
  args: readonly string[],
  { cwd, env, input }: RunOptions = {},
): { status: number | null; stdout: string; stderr: string; error?: Error } {
  return spawnSync(command, args, { cwd, input, encoding: 'utf8', env: { ...process.env, ...QUIET, ...env }, maxBuffer: 1 << 28 });
}

/** jsii and its kernel warn of a Node that is past its end of life; which ones are supported is not decided here. */
const QUIET = {
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
  CDK8S_CHECK_UPGRADE: 'false',
};

/** Whether a program is there at all. */
export function has(command: string, ...args: string[]): boolean {
  return tryRun(command, args.length === 0 ? ['--version'] : args).status === 0;
}
