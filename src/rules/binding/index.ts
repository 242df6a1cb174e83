import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const BINDING_RULES: readonly Rule[] = [];
