/** The annotations that a release's injector knows and the values that its chart reads, against the catalog. */
import { Difference, holds } from './difference';

/** A fact of the catalog that is of some versions. */
interface Entry {
  readonly since?: string;
  readonly until?: string;
  /** The default of a value of the chart. */
  readonly chart?: unknown;
}

type Table = { readonly [name: string]: Entry };

/** The differences of the annotations. */
export function annotationDifferences(released: readonly string[], catalog: Table, minor: string): Difference[] {
  return presence(new Set(released), catalog, minor, 'catalog/annotations.yaml');
}

/** The differences of the chart's values and their defaults. */
export function valueDifferences(released: { readonly [path: string]: unknown }, catalog: Table, minor: string): Difference[] {
  const withDefault = Object.fromEntries(Object.entries(catalog).filter(([, entry]) => 'chart' in entry));
  const changed = Object.entries(released).flatMap(([place, value]): Difference[] => {
    const known = withDefault[place];
    return known === undefined || !holds(known, minor) || JSON.stringify(known.chart) === JSON.stringify(value)
      ? []
      : [
          {
            place,
            what: 'changed',
            found: `the default is ${JSON.stringify(value)} in ${minor}, ${JSON.stringify(known.chart)} in the catalog`,
            propose: `chart: ${JSON.stringify(value)}`,
          },
        ];
  });
  return [...presence(new Set(Object.keys(released)), withDefault, minor, 'catalog/control-plane.yaml'), ...changed];
}

function presence(released: ReadonlySet<string>, catalog: Table, minor: string, file: string): Difference[] {
  const names = [...new Set([...released, ...Object.keys(catalog)])].sort();
  return names.flatMap((place): Difference[] => {
    const entry = Object.hasOwn(catalog, place) ? catalog[place] : undefined;
    if (released.has(place)) {
      if (entry === undefined) {
        return [
          {
            place,
            what: 'came',
            found: `Dapr ${minor} has it, the catalog does not`,
            propose: `an entry of ${file}, with since: '${minor}'`,
          },
        ];
      }
      return holds(entry, minor)
        ? []
        : [
            {
              place,
              what: 'came',
              found: `Dapr ${minor} has it, the catalog has since: '${entry.since}'`,
              propose: `since: '${minor}', or none`,
            },
          ];
    }
    return entry !== undefined && holds(entry, minor)
      ? [{ place, what: 'went', found: `Dapr ${minor} does not have it`, propose: `since: the first version that has it, in ${file}` }]
      : [];
  });
}
