import { DaprVersion } from '../dapr-version';

const CATEGORIES = ['bindings', 'configuration', 'conversation', 'crypto', 'lock', 'middleware', 'pubsub', 'secretstores', 'state'];
const CATEGORIES_1_19 = ['binarystore', 'search', 'vector'];

/** The categories of which a program of the user's own can bring further types. */
export const PLUGGABLE: readonly string[] = ['bindings', 'pubsub', 'secretstores', 'state'];

/** What the component types of a Dapr begin with. */
export function categoriesOf(version: DaprVersion): readonly string[] {
  return version.isAtLeast(DaprVersion.V1_19) ? [...CATEGORIES, ...CATEGORIES_1_19] : CATEGORIES;
}
