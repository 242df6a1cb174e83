/** The words in which the tables of experiments on a cluster are written. */
import { Proof } from '../../../test/support/proof';
import { Kube } from '../../real/cluster/kube';
import { Manifest } from '../admission/objects';

/** A rule, and what its examples do to a part of a cluster. */
export interface Experiment {
  readonly rule: string;
  readonly by: 'API server' | 'injector' | 'operator' | 'cluster';
  readonly bad: readonly Trial[];
  readonly good: readonly Trial[];
  /** What the rule said before it was tried, and was wrong about. */
  readonly corrected?: string;
}

export interface Trial {
  /** Which of the rule's examples of this side. */
  readonly example: number;
  readonly expect: Expectation;
  /** Of the annotations of its pods only these, beside the app id: of several mistakes the first one is told. */
  readonly annotations?: readonly string[];
}

/** What is expected, in words for the page of proofs. */
export interface Expectation {
  readonly says: string;
  check(stage: Stage): Promise<void>;
}

/** Where an example is tried. */
export interface Stage {
  readonly kube: Kube;
  /** A namespace of its own, in which all of the example is. */
  readonly namespace: string;
  readonly objects: readonly Manifest[];
}

/** The first example of its side. */
export function trial(expect: Expectation, ...annotations: string[]): Trial {
  return nth(0, expect, ...annotations);
}

/** A later example. */
export function nth(example: number, expect: Expectation, ...annotations: string[]): Trial {
  return { example, expect, annotations: annotations.length === 0 ? undefined : annotations.map((name) => `dapr.io/${name}`) };
}

export function proofOf({ rule, by, bad, good, corrected }: Experiment): Proof {
  const says = (trials: readonly Trial[]): string[] => [...new Set(trials.map(({ expect }) => expect.says))];
  return { rule, by, bad: says(bad), good: says(good), corrected };
}
