import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const COMPONENT_RULES: readonly Rule[] = [];
