/** The schemas of a release's custom resources, against those of catalog/crds. */
import { Difference, holds } from './difference';

type Schema = any;

/** Schemas by kind and version. */
export type Shapes = { readonly [kind: string]: { readonly [version: string]: Schema } };

/** The differences of a release's schemas. */
export function resourceDifferences(released: Shapes, catalog: Shapes, minor: string): Difference[] {
  const all = [...new Set([...versions(released), ...versions(catalog)])].sort();
  return all.flatMap((name): Difference[] => {
    const [kind, version] = name.split('/');
    const [one, other] = [released[kind]?.[version], catalog[kind]?.[version]];
    if (other === undefined) {
      return [{ place: name, what: 'came', found: `Dapr ${minor} has it, the catalog does not`, propose: 'a new file in catalog/crds' }];
    }
    if (!holds({ since: other['x-since'] }, minor)) {
      return one === undefined
        ? []
        : [
            {
              place: name,
              what: 'came',
              found: `Dapr ${minor} has it, the catalog has x-since: '${other['x-since']}'`,
              propose: `x-since: '${minor}', or none`,
            },
          ];
    }
    if (one === undefined) {
      return [{ place: name, what: 'went', found: `Dapr ${minor} does not have it`, propose: 'x-since: the first version that has it' }];
    }
    return differ(name, flat(one, minor), flat(other, minor), minor);
  });
}

function versions(shapes: Shapes): string[] {
  return Object.entries(shapes).flatMap(([kind, all]) => Object.keys(all).map((version) => `${kind}/${version}`));
}

function differ(name: string, one: Map<string, string>, other: Map<string, string>, minor: string): Difference[] {
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((path): Difference[] => {
    const [has, knows] = [one.get(path), other.get(path)];
    const place = `${name} ${path}`;
    if (has === knows) {
      return [];
    }
    if (knows === undefined) {
      return [{ place, what: 'came', found: `${has} in ${minor}, not in the catalog`, propose: `the property, with x-since: '${minor}'` }];
    }
    if (has === undefined) {
      return [
        { place, what: 'went', found: `not in ${minor}, ${knows} in the catalog`, propose: 'x-since: the first version that has it' },
      ];
    }
    return [{ place, what: 'changed', found: `${has} in ${minor}, ${knows} in the catalog`, propose: `${has}` }];
  });
}

/** What each place of a schema says, by its path; `[]` is an item, `*` any name. What every resource has is left out. */
function flat(schema: Schema, minor: string, path = '', into = new Map<string, string>()): Map<string, string> {
  const { properties = {}, items, additionalProperties, required = [], ...rest } = schema;
  const says = Object.entries(rest)
    .filter(([name]) => !['description', 'x-since'].includes(name))
    .sort()
    .map(([name, value]) => `${name}: ${JSON.stringify(value, sorted)}`);
  into.set(path || '.', says.join(', '));
  for (const [name, property] of Object.entries<Schema>(properties)) {
    if (!(path === '' && ['apiVersion', 'kind', 'metadata'].includes(name)) && holds({ since: property['x-since'] }, minor)) {
      flat(property, minor, `${path}.${name}${required.includes(name) ? '!' : ''}`, into);
    }
  }
  if (items !== undefined) {
    flat(items, minor, `${path}[]`, into);
  }
  if (typeof additionalProperties === 'object') {
    flat(additionalProperties, minor, `${path}.*`, into);
  }
  return into;
}

/** Keys in order, so that what is written in another order is the same; texts of messages on one line. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(/\s+/g, ' ').trim();
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
