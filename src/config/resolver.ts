import { Code } from '../private/codes';
import { Fields } from '../private/fields';
import { originOf } from '../private/origin';
import { Problems } from '../private/problems';

/** Ends up before the name of each setting in a message. */
export const SETTINGS = 'nameResolution.configuration.';

/** The facts about one name resolution component. */
export interface Resolver {
  readonly component: string;
  readonly since?: string;
  /** Without them, the settings are not known and not checked. */
  readonly fields?: Fields;
  readonly check?: (problems: Problems, owner: string, settings: any) => void;
  readonly toJson?: (settings: any) => object;
}

/** Reports secrets by reference: the settings reach the component as they are written. */
export function checkPlain(problems: Problems, owner: string, settings: object, names: string[], instead: string): void {
  for (const name of names) {
    const value = name.split('.').reduce((at: any, part) => at?.[part], settings);
    const origin = originOf(value);
    if (origin !== undefined && origin.text === undefined) {
      problems.add(
        Code.NOT_ALLOWED,
        `'${SETTINGS}${name}' of ${owner} cannot be a reference, which Dapr does not resolve here: expected ${instead}, or SecretValue.unsafePlainText`,
      );
    }
  }
}

/** Puts the plain text of secrets in their place. */
export function revealed(json: unknown): any {
  const origin = originOf(json);
  if (origin !== undefined) {
    return origin.text;
  }
  if (Array.isArray(json)) {
    return json.map(revealed);
  }
  return typeof json === 'object' && json !== null
    ? Object.fromEntries(Object.entries(json).map(([name, value]) => [name, revealed(value)]))
    : json;
}
