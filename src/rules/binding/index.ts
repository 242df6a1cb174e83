import type { Rule } from '../rule';
import { bindingDirection } from './binding-direction';
import { missingDirection } from './missing-direction';
import { routeName } from './route-name';

/** The rules of this folder, by id. */
export const BINDING_RULES: readonly Rule[] = [bindingDirection, missingDirection, routeName];
