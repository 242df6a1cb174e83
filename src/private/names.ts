import { Code } from './codes';
import { show } from './field-words';
import { Problems } from './problems';

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The injector appends `-dapr` and wants a DNS label of at most 63 characters. */
const APP_ID_MAX = 58;

/** Reports a name that the API server refuses. It is never cut or changed: applications call the resource by it. */
export function checkName(problems: Problems, kind: string, name: unknown, options: { dots: boolean } = { dots: true }): void {
  const pattern = options.dots ? SUBDOMAIN : LABEL;
  if (typeof name !== 'string' || name.length > 253 || !pattern.test(name)) {
    const dots = options.dots ? `, '-' and '.'` : ` and '-'`;
    problems.add(
      Code.NAME,
      `${article(kind)} ${kind} cannot be named ${show(name)}: expected at most 253 lower case letters, digits${dots}, with a letter or digit at both ends${wellFormed(name, 253)}`,
    );
  }
}

/** Reports an app id that the injector refuses. */
export function checkAppId(problems: Problems, appId: unknown, where = 'the app id'): void {
  if (typeof appId !== 'string' || appId.length > APP_ID_MAX || !LABEL.test(appId)) {
    problems.add(
      Code.APP_ID,
      `${where} cannot be ${show(appId)}: expected at most ${APP_ID_MAX} lower case letters, digits and '-', with a letter or digit at both ends${wellFormed(appId, APP_ID_MAX)}`,
    );
  }
}

/** Reports scopes that no application can have: they would hide the resource from everyone. */
export function checkScopes(problems: Problems, scopes: unknown): void {
  (Array.isArray(scopes) ? scopes : []).forEach((appId) => checkAppId(problems, appId, 'an app id in scopes'));
}

/** `an` before a vowel, and before letters that are spoken one by one. */
export function article(kind: string): string {
  return /^(?:[AEIOU]|Http|Mcp)/.test(kind) ? 'an' : 'a';
}

function wellFormed(name: unknown, max: number): string {
  const better = String(name)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, max)
    .replace(/^-+|-+$/g, '');
  return typeof name === 'string' && better !== '' && better !== name ? `, e.g. '${better}'` : '';
}
