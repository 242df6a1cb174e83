/** The differences that a maintainer has looked into, and why the catalog stays as it is: catalog/explained-differences.yaml. */
import { Difference } from './difference';

/** Why, by a place or, with `*` for any text, by places. */
export type Explanations = { readonly [place: string]: string };

export interface Explained {
  readonly open: readonly Difference[];
  readonly explained: readonly { readonly difference: Difference; readonly because: string }[];
  /** Explanations that nothing needs any more. */
  readonly unused: readonly string[];
}

/** Parts differences in those that are explained and those that are open. */
export function explain(differences: readonly Difference[], explanations: Explanations): Explained {
  const patterns = Object.keys(explanations).map((place) => ({
    place,
    pattern: new RegExp(`^${place.split('*').map(escaped).join('.*')}$`),
  }));
  const used = new Set<string>();
  const open: Difference[] = [];
  const explained: { difference: Difference; because: string }[] = [];
  for (const difference of differences) {
    const found = patterns.find(({ pattern }) => pattern.test(difference.place));
    if (found === undefined) {
      open.push(difference);
    } else {
      used.add(found.place);
      explained.push({ difference, because: explanations[found.place] });
    }
  }
  return { open, explained, unused: patterns.map(({ place }) => place).filter((place) => !used.has(place)) };
}

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
