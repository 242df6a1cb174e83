import type { RuleDoc } from '../rule';
import { brokenYaml } from './broken-yaml';
import { duplicateKey } from './duplicate-key';
import { failedRule } from './failed-rule';
import { notText } from './not-text';
import { tooMuch } from './too-much';
import { unreadable } from './unreadable';
import { unrenderedTemplate } from './unrendered-template';

/** The findings that no rule over a model makes: by whoever reads the input, and by the engine. */
export const INPUT_RULES: readonly RuleDoc[] = [failedRule, brokenYaml, duplicateKey, unrenderedTemplate, tooMuch, notText, unreadable];

export { brokenYaml, duplicateKey, notText, tooMuch, unreadable, unrenderedTemplate };
