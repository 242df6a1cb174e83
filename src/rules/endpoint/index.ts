import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const ENDPOINT_RULES: readonly Rule[] = [];
