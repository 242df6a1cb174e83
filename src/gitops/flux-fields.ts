import { Field } from '../private/fields';

/** The namespace of Flux itself, where its bootstrap puts everything. */
export const FLUX_NAMESPACE = 'flux-system';

/** The properties of every source. */
export const SOURCE_FIELDS = {
  interval: { is: 'duration', min: 1 },
  // Flux takes no hours here, and the spelling of an hour has one.
  timeout: { is: 'duration', min: 1, max: 3_599_999, expected: 'a Duration of less than an hour, e.g. Duration.seconds(60)' },
  secretName: {
    is: 'text',
    pattern: /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/,
    expected: `the name of a Secret, e.g. 'repository-access'`,
  },
  ignore: { is: 'text' },
} as const satisfies { readonly [property: string]: Field };
