import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { Problems } from '../private/problems';
import { at, ChartValues } from './values';

const LISTS = {
  allowedServiceAccounts: 'dapr_sidecar_injector.allowedServiceAccounts',
  allowedServiceAccountsPrefixNames: 'dapr_sidecar_injector.allowedServiceAccountsPrefixNames',
};

/** Reports patterns with which the injector exits when it starts. */
export function checkServiceAccounts(problems: Problems, values: ChartValues): void {
  for (const [option, key] of Object.entries(LISTS)) {
    const text = at(values, key);
    if (typeof text !== 'string') {
      continue;
    }
    for (const pattern of text.split(',').map((part) => part.trim())) {
      if (pattern !== '' && !isPattern(pattern)) {
        problems.add(
          Code.MALFORMED,
          `'injector.${option}' of ControlPlane must be namespace:service account, with '*', '?' and '[…]': got ${show(pattern)}, with which the injector exits`,
        );
      }
    }
  }
}

/** One colon, something on one side of it, and on both what Go's `path.Match` takes. */
function isPattern(pattern: string): boolean {
  const parts = pattern.split(':').map((part) => part.trim());
  return parts.length === 2 && parts.some((part) => part !== '') && parts.every(isGlob);
}

/** Brackets must close around at least one character or range, and a backslash must have one to escape. */
function isGlob(text: string): boolean {
  return /^(?:[^\\[]|\\[^]|\[\^?(?:(?:[^\\\]-]|\\[^])(?:-(?:[^\\\]-]|\\[^]))?)+\])*$/.test(text);
}
