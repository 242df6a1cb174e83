/** The words in which the tables of experiments are written. */
import { Proof } from '../../support/proof';
import { Answer, AppRequest } from './app';
import { Change } from './changes';
import type { Scene } from './scene';

/** A rule, and what its examples do to a real daprd. */
export interface Experiment {
  readonly rule: string;
  readonly bad: readonly Trial[];
  readonly good: readonly Trial[];
  readonly corrected?: string;
}

/** One example given to daprd. */
export interface Trial {
  /** Which of the rule's examples of this side. */
  readonly example: number;
  readonly expect: Expectation;
  readonly world: World;
}

/** What is around daprd when it gets an example. What an example leaves unsaid stands here; its subject never does. */
export interface World {
  /** Default: the app id of the example's application, its first scope, or `check`. */
  readonly appId?: string;
  /** The application has a port, though the example says nothing of one. */
  readonly withPort?: true;
  /** In place of the example's own namespace. */
  readonly namespace?: string;
  /** An application over HTTP behind the sidecar, and what it answers; 200 and nothing where that is nothing. */
  readonly app?: (request: AppRequest) => Answer | undefined;
  /** Real addresses in place of made-up ones, and components that show an effect. */
  readonly change?: readonly Change[];
  /** A real server, which changes may name. */
  readonly redis?: true;
  /** Placement and scheduler, without which there are no actors. */
  readonly controlPlane?: true;
  /** Sentry, and mTLS. */
  readonly sentry?: true;
  /** In place of daprd sentry gets the example: its Configuration of the control plane. */
  readonly sentryAlone?: true;
  /** The example as one file, not a file for each object. */
  readonly oneFile?: true;
  readonly env?: { readonly [name: string]: string };
  readonly flags?: readonly string[];
  /** Of the annotations of the example's application only these: of several mistakes daprd tells the first. */
  readonly annotations?: readonly string[];
}

/** What is expected of daprd, in words for the page of proofs. */
export interface Expectation {
  readonly says: string;
  check(scene: Scene): Promise<void>;
}

/** The first example of its side. */
export function trial(expect: Expectation, world: World = {}): Trial {
  return { example: 0, expect, world };
}

/** A later example. */
export function nth(example: number, expect: Expectation, world: World = {}): Trial {
  return { example, expect, world };
}

export function proofOf({ rule, bad, good, corrected }: Experiment): Proof {
  const says = (trials: readonly Trial[]): string[] => [...new Set(trials.map(({ expect }) => expect.says))];
  return { rule, by: 'daprd', bad: says(bad), good: says(good), corrected };
}
