import type { RuleDoc } from '../rule';
import { brokenYaml } from './broken-yaml';
import { duplicateKey } from './duplicate-key';
import { failedInit } from './failed-init';
import { failedRule } from './failed-rule';
import { notText } from './not-text';
import { tooMuch } from './too-much';
import { unreadable } from './unreadable';
import { unrenderedTemplate } from './unrendered-template';
import { unsafeText } from './unsafe-text';

/** What no rule over a model finds: whoever reads the input does, the engine, or a running sidecar. */
export const INPUT_RULES: readonly RuleDoc[] = [
  failedRule,
  brokenYaml,
  duplicateKey,
  unrenderedTemplate,
  tooMuch,
  notText,
  unreadable,
  failedInit,
  unsafeText,
];

export { brokenYaml, duplicateKey, notText, tooMuch, unreadable, unrenderedTemplate };
