export interface TestClusterOptions {
  /** No kubelet and no containers: only what an API server with Dapr's control plane can show. */
  readonly apiOnly: boolean;
  /** The same where this machine cannot run containers. */
  readonly whatCanRun: boolean;
  /** After so long the run is ended. */
  readonly minutes: number;
}

export const USAGE = 'usage: npm run test:cluster -- [--api-only | --what-can-run] [--minutes=NUMBER]';

const DEFAULT_MINUTES = 30;

/** Reads the words of the command line; throws with what is wrong with them. */
export function testClusterOptions(words: readonly string[]): TestClusterOptions {
  let [apiOnly, whatCanRun, minutes] = [false, false, DEFAULT_MINUTES];
  for (const word of words) {
    const given = /^--minutes=(\d+)$/.exec(word);
    if (word === '--api-only') {
      apiOnly = true;
    } else if (word === '--what-can-run') {
      whatCanRun = true;
    } else if (given !== null && Number(given[1]) > 0) {
      minutes = Number(given[1]);
    } else {
      throw new Error(`'${word}' is not known here\n${USAGE}`);
    }
  }
  return { apiOnly, whatCanRun, minutes };
}
