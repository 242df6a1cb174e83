import type { Rule } from '../rule';
import { chartValues } from './chart-values';

/** The rules of this folder, by id. */
export const CONTROL_PLANE_RULES: readonly Rule[] = [chartValues];
