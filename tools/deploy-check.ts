/**
 * Rolls the order-processing example out in a real cluster, uses, upgrades and removes it: `npm run deploy-check -- --help`.
 *
 * It needs Docker and kind, or a cluster with Dapr that `--context` names.
 */
import { deployCheck } from './deploy-check/deploy-check';
import { Missing } from './deploy-check/needs';
import { HELP, Options, parse, UsageError } from './deploy-check/options';
import { RealRunner } from './deploy-check/runner';
import { Tally } from './tally';

const NEVER = new AbortController().signal;
const CLEAN_UP_MINUTES = 15;

async function main(): Promise<number> {
  const options = parse(process.argv.slice(2));
  if (options === undefined) {
    console.log(HELP);
    return 0;
  }
  const tally = new Tally();
  const tools = { runner: new RealRunner(stop(options)), cleaner: new RealRunner(NEVER), tally, say: (line: string) => console.log(line) };
  await deployCheck(options, tools);
  console.log(tally.totals);
  return tally.ok ? 0 : 1;
}

/** Aborted by the first signal and when the time is over; a second signal ends without cleaning up. */
function stop({ timeoutMinutes }: Options): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => controller.abort(new Error(`${signal}: cleans up; a second one ends without`)));
  }
  const late = (): void => controller.abort(new Error(`gave up after ${timeoutMinutes} minutes (--timeout)`));
  setTimeout(late, timeoutMinutes * 60_000).unref();
  const hung = (): void => {
    console.error(`cleaning up took more than ${CLEAN_UP_MINUTES} minutes: look for what is left, such as kind get clusters`);
    process.kill(process.pid, 'SIGKILL');
  };
  setTimeout(hung, (timeoutMinutes + CLEAN_UP_MINUTES) * 60_000).unref();
  return controller.signal;
}

main().then(
  (status) => (process.exitCode = status),
  (error: Error) => {
    const foreseen = error instanceof UsageError || error instanceof Missing;
    console.error(foreseen ? `deploy-check: ${error.message}` : error);
    process.exitCode = 2;
  },
);
