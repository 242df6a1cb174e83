import type { Rule } from '../rule';
import { allowedValue } from './allowed-value';
import { conflictingKeys } from './conflicting-keys';
import { loadable } from './loadable';
import { newerDapr } from './newer-dapr';
import { requiredKey } from './required-key';
import { unknownKey } from './unknown-key';
import { valueText } from './value-text';

/** The rules of this folder, by id. */
export const COMPONENT_RULES: readonly Rule[] = [unknownKey, requiredKey, allowedValue, valueText, conflictingKeys, newerDapr, loadable];
