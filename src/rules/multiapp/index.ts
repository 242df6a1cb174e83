import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const MULTIAPP_RULES: readonly Rule[] = [];
