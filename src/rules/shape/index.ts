import type { Rule } from '../rule';
import { apiVersion } from './api-version';
import { withheldComponent } from './withheld-component';
import { duplicateResource } from './duplicate-resource';
import { emptyScopes } from './empty-scopes';
import { laterDocument } from './later-document';
import { missingField } from './missing-field';
import { newerThanDapr } from './newer-than-dapr';
import { refusedValue } from './refused-value';
import { resourceName } from './resource-name';
import { scopeInAnotherNamespace } from './scope-in-another-namespace';
import { scopeWithoutApp } from './scope-without-app';
import { unknownField } from './unknown-field';
import { wrongType } from './wrong-type';

/** What holds for every resource: its kind, its name, its fields, its namespace. */
export const SHAPE_RULES: readonly Rule[] = [
  resourceName,
  duplicateResource,
  wrongType,
  unknownField,
  missingField,
  newerThanDapr,
  apiVersion,
  refusedValue,
  scopeWithoutApp,
  scopeInAnotherNamespace,
  laterDocument,
  emptyScopes,
  withheldComponent,
];
