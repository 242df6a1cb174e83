/** What the page of proved rules says of one rule, whichever ring of tests has seen it. */
export interface Proof {
  readonly rule: string;
  /** What was run: `daprd`, or a part of a cluster. */
  readonly by: string;
  /** What the bad examples do to it, and the good ones, as phrases: `exits: …`. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  /** What the rule said before it was tried, and was wrong about. */
  readonly corrected?: string;
}
