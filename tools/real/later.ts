/** Runs programs to their end without holding up this process, which meanwhile reads what the others print, and can be stopped. */
import { spawn } from 'node:child_process';
import { RunOptions } from '../process';

export interface Outcome {
  /** Undefined where a signal or the patience ended it, or it could not be started. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LaterOptions extends RunOptions {
  /** After so long it is killed, with all that it started; two minutes unless given. */
  readonly patienceMs?: number;
  /** Ends it, with all that it started, when it is aborted. */
  readonly signal?: AbortSignal;
}

/** What a program printed; throws with all of it where its status is not 0. */
export async function runLater(command: string, args: readonly string[], options: LaterOptions = {}): Promise<string> {
  const { status, stdout, stderr } = await tryRunLater(command, args, options);
  if (status !== 0) {
    throw new Error(
      `${[command, ...args].join(' ')}: ${status === undefined ? 'ended' : `status ${status}`}\n${stdout}${stderr}`.trimEnd(),
    );
  }
  return stdout;
}

/** The same, for programs whose status says more than that they failed. */
export function tryRunLater(
  command: string,
  args: readonly string[],
  { cwd, env, input, patienceMs = 120_000, signal }: LaterOptions = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true });
    const printed = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
    const end = (): void => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    };
    const late = setTimeout(() => {
      printed.stderr += `\nkilled: it took more than ${patienceMs / 1000} seconds`;
      end();
    }, patienceMs);
    process.once('exit', end);
    signal?.addEventListener('abort', end);
    const settle = (status: number | undefined): void => {
      clearTimeout(late);
      process.removeListener('exit', end);
      signal?.removeEventListener('abort', end);
      resolve({ status, ...printed });
    };
    child.once('error', (error) => {
      printed.stderr += error.message;
      settle(undefined);
    });
    child.once('close', (status) => settle(status ?? undefined));
    child.stdin.on('error', () => undefined).end(input ?? '');
  });
}
