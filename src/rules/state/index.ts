import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const STATE_RULES: readonly Rule[] = [];
