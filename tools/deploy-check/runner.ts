/** How the deploy check runs other programs: one place, so that a test can be told what they would do. */
import { Outcome, tryRunLater } from '../real/later';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: string;
  /** After so long it is killed; two minutes unless given. */
  readonly patienceMs?: number;
  readonly env?: { readonly [name: string]: string };
}

export interface Runner {
  run(command: Command): Promise<Outcome>;
}

/** Runs them, until it is told to stop: then what runs is killed, and nothing new is started. */
export class RealRunner implements Runner {
  /** @param signal tells it to stop; its reason is what the commands fail with */
  public constructor(private readonly signal: AbortSignal) {}

  public async run({ program, args, ...options }: Command): Promise<Outcome> {
    this.signal.throwIfAborted();
    const outcome = await tryRunLater(program, args, { ...options, signal: this.signal });
    this.signal.throwIfAborted();
    return outcome;
  }
}

const LINES = 15;

/** What it printed; throws with the end of all that it printed where its status is not 0. */
export async function succeed(runner: Runner, command: Command): Promise<string> {
  const { status, stdout, stderr } = await runner.run(command);
  if (status !== 0) {
    const printed = `${stdout}\n${stderr}`.trim().split('\n').slice(-LINES).join('\n');
    throw new Error(`${lineOf(command)}: ${status === undefined ? 'ended' : `status ${status}`}\n${printed}`.trimEnd());
  }
  return stdout;
}

/** The command as one types it; what is long is cut. */
export function lineOf({ program, args }: Command): string {
  const line = [program, ...args].join(' ').replaceAll('\n', ' ');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
