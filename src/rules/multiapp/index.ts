import type { Rule } from '../rule';
import { deprecatedKey } from './deprecated-key';
import { duplicateRunId } from './duplicate-run-id';
import { emptyCommand } from './empty-command';
import { keyType } from './key-type';
import { keyValue } from './key-value';
import { kubernetesKey } from './kubernetes-key';
import { overriddenKey } from './overridden-key';
import { requiredKey } from './required-key';
import { runPortClash } from './run-port-clash';
import { unknownKey } from './unknown-key';

/** The rules of this folder, by id. */
export const MULTIAPP_RULES: readonly Rule[] = [
  unknownKey,
  requiredKey,
  keyType,
  keyValue,
  duplicateRunId,
  runPortClash,
  deprecatedKey,
  overriddenKey,
  emptyCommand,
  kubernetesKey,
];
