import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const PUBSUB_RULES: readonly Rule[] = [];
