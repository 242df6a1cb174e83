import type { Rule } from '../rule';
import { apiVersion } from './api-version';

/** What holds for every resource: its kind, its name, its fields, its namespace. */
export const SHAPE_RULES: readonly Rule[] = [apiVersion];
