import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const WORKLOAD_RULES: readonly Rule[] = [];
