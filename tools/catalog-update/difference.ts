/** What a release says otherwise than the catalog. */
export interface Difference {
  /** What it is about, such as `state.redis/v1 redisPort`; the catalog explains differences by it. */
  readonly place: string;
  readonly what: 'came' | 'went' | 'changed';
  /** What was found, against what. */
  readonly found: string;
  /** What to write into which file of the catalog. */
  readonly propose: string;
}

/** A minor version, such as `1.18` of `1.18.3`. */
export function minorOf(version: string): string {
  const found = /^(\d+\.\d+)\.\d+(-[\w.]+)?$/.exec(version);
  if (found === null) {
    throw new Error(`'${version}' is no version of Dapr: expected one such as 1.18.3`);
  }
  return found[1];
}

/** Whether a minor version is one that a fact is of: `1.9` comes before `1.10`. */
export function holds({ since, until }: { since?: string; until?: string }, minor: string): boolean {
  return (since === undefined || !earlier(minor, since)) && (until === undefined || !earlier(until, minor));
}

function earlier(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => text.split('.').map(Number));
  return one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);
}
