import { run } from './main';

/**
 * Runs the command line of this process, and leaves its exit status.
 *
 * @param exit ends the process at once
 */
export function start(exit: (status: number) => void): void {
  // Whoever reads the output may stop early, as `head` does: then there is nothing more to say.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    exit(error.code === 'EPIPE' ? 0 : 1);
  });
  run(process.argv.slice(2), {
    out: (text) => console.log(text),
    err: (text) => console.error(text),
    colour: showsColour(process.env, process.stdout.isTTY),
    progress: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001b[K${text}`) : undefined,
  }).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      console.error(error);
      console.error('This is a bug in cdk8s-dapr. Please report it, with the lines above: https://github.com/cdk8s-dapr/cdk8s-dapr/issues');
      process.exitCode = 1;
    },
  );
}

/** @see https://no-color.org and https://force-color.org */
export function showsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '' } = env;
  if (no !== '') {
    return false;
  }
  return force === '' ? isTerminal && env.TERM !== 'dumb' : force !== '0' && force !== 'false';
}
