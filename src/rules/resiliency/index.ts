import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const RESILIENCY_RULES: readonly Rule[] = [];
