import { isMapping } from '../../../src/rules/read';

/** A manifest of an example that a mutation may change. */

export type Body = any;

/** One way to make one mistake at one place. */
export interface Mutant {
  /** Makes the mistake in a copy of the manifests of which the place was found. */
  readonly apply: (manifests: Body[]) => void;
  /** The manifest that the finding must be on, and how its field begins. */
  readonly on: (manifests: Body[]) => Body;
  readonly field: string;
}

/** A mistake that people make, every place where it can be made, and the rules that may find it. */
export interface Mistake {
  /** Its number among the 25 that are worth most. */
  readonly number: number;
  readonly title: string;
  readonly rules: readonly string[];
  readonly places: (manifests: Body[]) => Mutant[];
}

/** One mutant for each manifest of a kind that passes a filter. */
export function each(
  manifests: Body[],
  kind: string,
  make: (body: Body) => { apply: (body: Body, all: Body[]) => void; field: string } | undefined,
): Mutant[] {
  return manifests.flatMap((body, i) => {
    const mutant = body.kind === kind ? make(body) : undefined;
    return mutant === undefined
      ? []
      : [{ apply: (all: Body[]) => mutant.apply(all[i], all), on: (all: Body[]) => all[i], field: mutant.field }];
  });
}

/** One mutant for each item of the metadata of each component that passes a filter. */
export function eachItem(
  manifests: Body[],
  filter: (item: Body, component: Body) => boolean,
  apply: (item: Body, component: Body) => void,
  field = '',
): Mutant[] {
  return manifests.flatMap((body, i) =>
    body.kind !== 'Component'
      ? []
      : (body.spec.metadata as Body[]).flatMap((item, j) =>
          filter(item, body)
            ? [
                {
                  apply: (all: Body[]) => apply(all[i].spec.metadata[j], all[i]),
                  on: (all: Body[]) => all[i],
                  field: `spec.metadata[${j}]${field}`,
                },
              ]
            : [],
        ),
  );
}

/** One mutant for each workload that has a sidecar. */
export function eachApp(
  manifests: Body[],
  make: (annotations: Body, body: Body) => { apply: (annotations: Body, body: Body, all: Body[]) => void; field: string } | undefined,
): Mutant[] {
  return manifests.flatMap((body, i) => {
    const annotations = body.kind === 'Deployment' ? body.spec.template.metadata.annotations : undefined;
    const mutant = annotations?.['dapr.io/enabled'] === 'true' ? make(annotations, body) : undefined;
    return mutant === undefined
      ? []
      : [
          {
            apply: (all: Body[]) => mutant.apply(all[i].spec.template.metadata.annotations, all[i], all),
            on: (all: Body[]) => all[i],
            field: mutant.field,
          },
        ];
  });
}

/** Swaps two neighbouring letters in the middle of a word, as fingers do. */
export function misspelt(word: string): string {
  const middle = Math.max(1, Math.floor(word.length / 2));
  for (let i = middle; i < word.length - 1; i++) {
    if (word[i] !== word[i + 1]) {
      return word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
    }
  }
  return `${word}x`;
}

export function hasOwn(value: unknown, key: string): boolean {
  return isMapping(value) && Object.hasOwn(value, key);
}
