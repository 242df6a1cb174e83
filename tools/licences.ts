/** A package of package-lock.json. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly peer?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Whether users get it with the library. */
  readonly runtime: boolean;
  readonly hasInstallScript: boolean;
}

/** Licences that ask for no more than Apache-2.0 does, which the library is under. */
const COMPATIBLE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
]);

/** Also fine for what is used to develop, and not passed on. */
const FOR_DEVELOPMENT = new Set([...COMPATIBLE, 'CC-BY-3.0', 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0']);

/**
 * The dependencies of a lock file.
 *
 * @param packages its `packages`, by path
 */
export function dependencies(packages: { readonly [path: string]: LockedPackage }): Dependency[] {
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '?', license = 'none', dev = false, hasInstallScript = false }]) => ({
      name: path.split('node_modules/').slice(-1)[0],
      version,
      licence: license,
      runtime: !dev,
      hasInstallScript,
    }));
}

/** What is wrong with them, a message each. */
export function licenceProblems(all: readonly Dependency[]): string[] {
  return all.flatMap(({ name, version, licence, runtime, hasInstallScript }) => [
    ...(fits(licence, runtime ? COMPATIBLE : FOR_DEVELOPMENT)
      ? []
      : [`${name}@${version} is under ${licence}: expected one of ${[...(runtime ? COMPATIBLE : FOR_DEVELOPMENT)].sort().join(', ')}`]),
    ...(runtime && hasInstallScript ? [`${name}@${version} runs a script when it is installed: a dependency of users must not`] : []),
  ]);
}

/** SPDX expressions without parentheses inside: of `OR` one has to fit, of `AND` all. Names are the same in any case. */
function fits(licence: string, allowed: ReadonlySet<string>): boolean {
  const names = new Set([...allowed].map((name) => name.toLowerCase()));
  return licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => names.has(name.toLowerCase())));
}
