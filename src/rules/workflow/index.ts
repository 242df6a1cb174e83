import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const WORKFLOW_RULES: readonly Rule[] = [];
