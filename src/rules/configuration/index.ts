import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const CONFIGURATION_RULES: readonly Rule[] = [];
