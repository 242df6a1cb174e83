import { Experiment } from './experiment';
import { COMPONENT } from './families/component';
import { STATE } from './families/state';

/** What daprd is tried with, by subject. */
export const FAMILIES: { readonly [subject: string]: readonly Experiment[] } = {
  component: COMPONENT,
  state: STATE,
};

export const EXPERIMENTS: readonly Experiment[] = Object.values(FAMILIES).flat();
