/** What the metadata.yaml files of two releases declare differently. The catalog follows the code; a change here says where to look. */
import { COMPONENTS } from '../../src/generated/component-facts';
import { Difference, holds, minorOf } from './difference';
import type { DeclaredComponent, DeclaredField } from './release';

type Declared = { readonly [key: string]: DeclaredComponent };

/** The differences of a release's declarations from those of the release that the catalog describes, but for those that the catalog dates. */
export function declaredDifferences(released: Declared, described: Declared, version: string, reference: string): Difference[] {
  const names = [...new Set([...Object.keys(released), ...Object.keys(described)])].sort();
  return names.flatMap((name) => {
    const [one, other] = [released[name], described[name]];
    if (one === undefined || other === undefined) {
      const what = other === undefined ? 'came' : 'went';
      return [
        {
          place: name,
          what,
          found: `declared in ${other === undefined ? version : reference} only`,
          propose: 'see whether daprd registers it',
        } as const,
      ];
    }
    const keys = [...new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])];
    return [
      ...changed(name, 'status', other.status, one.status, version, reference),
      ...changed(
        name,
        'capabilities',
        [...other.capabilities].sort().join(', '),
        [...one.capabilities].sort().join(', '),
        version,
        reference,
      ),
      ...keys
        .filter((key) => !dated(name, key, minorOf(version)))
        .flatMap((key) => fieldDifferences(`${name} ${key}`, one.fields[key], other.fields[key], version, reference)),
    ];
  });
}

/** Whether the catalog says that a key is of other versions. */
function dated(name: string, key: string, minor: string): boolean {
  const [type, version] = name.split('/');
  const facts = Object.hasOwn(COMPONENTS, type) ? COMPONENTS[type].find((one) => one.version === version) : undefined;
  const fact = Object.entries(facts?.keys ?? {}).find(([other]) => other.toLowerCase() === key.toLowerCase())?.[1];
  return fact !== undefined && !holds(fact, minor);
}

function fieldDifferences(
  place: string,
  one: DeclaredField | undefined,
  other: DeclaredField | undefined,
  version: string,
  reference: string,
): Difference[] {
  if (one === undefined || other === undefined) {
    const what = other === undefined ? 'came' : 'went';
    return [
      { place, what, found: `declared in ${other === undefined ? version : reference} only`, propose: 'see whether the code reads it' },
    ];
  }
  return (['required', 'default', 'sensitive', 'allowed'] as const).flatMap((fact) =>
    changed(place, fact, String(other[fact]), String(one[fact]), version, reference),
  );
}

function changed(place: string, fact: string, from: string, to: string, version: string, reference: string): Difference[] {
  return from === to
    ? []
    : [{ place, what: 'changed', found: `${fact} is ${to} in ${version}, ${from} in ${reference}`, propose: 'see what the code does' }];
}
