import type { Rule } from '../rule';

/** The rules of this folder, by id. */
export const MCP_RULES: readonly Rule[] = [];
