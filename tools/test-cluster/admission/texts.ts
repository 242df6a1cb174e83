/** The manifests that are applied, as the texts that users have, in namespaces of their own. */
import { loadAll } from 'js-yaml';
import { Manifest } from './objects';

/** Namespaces that stand for those of a text. */
export type Renames = ReadonlyMap<string, string>;

export function objectsIn(text: string): Manifest[] {
  return loadAll(text).filter((object) => object !== null && object !== undefined);
}

/** The namespaces that a text speaks of, those that it makes among them. */
export function namespacesIn(text: string): string[] {
  const named = objectsIn(text).flatMap(({ kind, metadata }) => (kind === 'Namespace' ? [metadata.name] : (metadata.namespace ?? [])));
  return [...new Set<string>(named)].sort();
}

/** The same text for other namespaces; all else stays letter for letter, because the text itself is what is proved. */
export function renamed(text: string, names: Renames): string {
  const other = (name: string): string => names.get(name) ?? name;
  return text
    .split(/^(?=---)/m)
    .map((document) => {
      const moved = document.replace(/^(\s*(?:- )?namespace: )"?([a-z0-9-]+)"?$/gm, (_, key, name) => key + other(name));
      return /^kind: Namespace$/m.test(document)
        ? moved.replace(/^( {2}name: )"?([a-z0-9-]+)"?$/m, (_, key, name) => key + other(name))
        : moved;
    })
    .join('');
}
