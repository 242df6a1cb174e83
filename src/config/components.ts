import { Code } from '../private/codes';
import { show } from '../private/field-words';
import { Fields } from '../private/fields';
import { Problems } from '../private/problems';

/**
 * Which components the application may not use.
 *
 * @see https://docs.dapr.io/operations/configuration/configuration-overview/
 */
export interface ComponentRestrictions {
  /**
   * Component types that are not loaded: `state.in-memory`, or with a version `state.in-memory/v1`. Compared letter by
   * letter with what a component says, so that an alias of a type needs an entry of its own.
   *
   * @default - none
   */
  readonly deny?: string[];
}

/**
 * How WebAssembly components run.
 *
 * @see https://docs.dapr.io/operations/configuration/configuration-overview/
 */
export interface Wasm {
  /**
   * Runs all of them without real clocks and random numbers, whatever they say themselves.
   *
   * Dapr 1.18 does so for `bindings.wasm` only: set `strictSandbox` on each `middleware.http.wasm` too.
   *
   * @default false
   */
  readonly strictSandbox?: boolean;
}

export const COMPONENTS: Fields = { deny: { is: 'texts' } };

export const WASM: Fields = { strictSandbox: { is: 'boolean' } };

/** Dapr ignores an entry with two slashes, and one without text. */
export function checkComponents(problems: Problems, owner: string, components: ComponentRestrictions | undefined): void {
  const deny = Array.isArray(components?.deny) ? components.deny : [];
  deny.forEach((entry, i) => {
    if (typeof entry === 'string' && !/^[^/]+(\/[^/]*)?$/.test(entry)) {
      problems.add(
        Code.MALFORMED,
        `'components.deny[${i}]' of ${owner} must be a type or a type and a version, e.g. 'state.redis/v1': got ${show(entry)}`,
      );
    }
  });
}
