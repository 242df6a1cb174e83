import type { Rule } from '../rule';
import { accessRequires } from './access-requires';
import { accessWithoutMtls } from './access-without-mtls';
import { accessWithoutScopes } from './access-without-scopes';
import { brokenPattern } from './broken-pattern';
import { deniesAll } from './denies-all';
import { grantsNothing } from './grants-nothing';
import { operationTwice } from './operation-twice';
import { ownCaller } from './own-caller';
import { unknownCaller } from './unknown-caller';
import { workflowAccessSince } from './workflow-access-since';

/** Who may run which workflows: what grants nothing, or closes too much. */
export const WORKFLOW_RULES: readonly Rule[] = [
  workflowAccessSince,
  grantsNothing,
  operationTwice,
  brokenPattern,
  accessWithoutScopes,
  ownCaller,
  deniesAll,
  unknownCaller,
  accessWithoutMtls,
  accessRequires,
];
