import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const PRODUCTION_RULES: readonly Rule[] = [];
