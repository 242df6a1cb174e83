import { Experiment } from '../experiment';

export const STATE: readonly Experiment[] = [];
