import type { RuleDoc } from '../rule';
import { failedRule } from './failed-rule';

/** The findings that no rule over a model makes: by whoever reads the input, and by the engine. */
export const INPUT_RULES: readonly RuleDoc[] = [failedRule];
