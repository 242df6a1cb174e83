import type { Rule } from '../rule';
import { apiVersion } from './api-version';
import { missingField } from './missing-field';
import { newerThanDapr } from './newer-than-dapr';
import { refusedValue } from './refused-value';
import { unknownField } from './unknown-field';
import { wrongType } from './wrong-type';

/** What holds for every resource: its kind, its name, its fields, its namespace. */
export const SHAPE_RULES: readonly Rule[] = [wrongType, unknownField, missingField, newerThanDapr, apiVersion, refusedValue];
