import { Code } from '../private/codes';
import { Fields } from '../private/fields';
import { Problems } from '../private/problems';
import { Access } from './access';

/**
 * Which secrets the application may read through the Secrets API.
 *
 * @see https://docs.dapr.io/operations/configuration/secret-scope/
 */
export interface Secrets {
  /** What is open in each secret store. A store that is not listed is open altogether. */
  readonly scopes: SecretScope[];
}

/**
 * What is open in one secret store. References to secrets in components are not affected.
 *
 * @see https://docs.dapr.io/operations/configuration/secret-scope/
 */
export interface SecretScope {
  /** The name of the secret store component; `kubernetes` is the built-in one. Each store is listed once. */
  readonly storeName: string;

  /**
   * What happens to secrets that no list names. Without effect where `allowedSecrets` has entries.
   *
   * @default Access.ALLOW
   */
  readonly defaultAccess?: Access;

  /**
   * The only secrets that may be read.
   *
   * @default - no such limit
   */
  readonly allowedSecrets?: string[];

  /**
   * Secrets that may not be read. Without effect where `allowedSecrets` has entries.
   *
   * @default - none
   */
  readonly deniedSecrets?: string[];
}

export const SECRETS: Fields = {
  scopes: {
    is: 'objects',
    required: true,
    fields: {
      storeName: { is: 'text', required: true, pattern: /./, expected: 'the name of a secret store component' },
      defaultAccess: { is: 'enum', of: Object.values(Access) },
      allowedSecrets: { is: 'texts' },
      deniedSecrets: { is: 'texts' },
    },
  },
};

/** Sidecars stop at a store that is listed twice. */
export function checkSecrets(problems: Problems, owner: string, secrets: Secrets | undefined): void {
  const names = Array.isArray(secrets?.scopes) ? secrets.scopes.map((scope) => scope?.storeName) : [];
  for (const name of new Set(names.filter((name, i) => names.indexOf(name) !== i))) {
    problems.add(
      Code.DUPLICATE,
      `'secrets.scopes' of ${owner} lists the store '${name}' more than once, at which sidecars stop: expected one entry with all its secrets`,
    );
  }
}
