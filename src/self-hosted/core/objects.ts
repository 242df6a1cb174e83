import { grouped } from '../../rules/grouped';
import { Manifest, manifestOf } from '../../rules/model/manifest';
import { isMapping, Mapping } from '../../rules/read';
import { didYouMean } from '../../private/nearest';
import { Draft, titleOf } from './draft';
import type { SelfHostedSettings } from './settings';

/** The objects that are to run, of what was given and what takes their place. */
export function objectsToRun(given: readonly object[], settings: SelfHostedSettings, draft: Draft): Manifest[] {
  const overrides = manifestsOf(settings.overrides ?? []);
  const all = manifestsOf(given);
  const kept = all.filter((manifest) => !overrides.some((override) => replaces(override, manifest)));
  // An override stands for what it replaces, in the namespace where that stands.
  const placed = overrides.flatMap((override) => {
    const replaced = all.filter((manifest) => replaces(override, manifest));
    const namespaces =
      override.namespace === undefined ? new Set(replaced.map(({ namespace }) => namespace)) : new Set([override.namespace]);
    return namespaces.size === 0 ? [override] : [...namespaces].map((namespace) => inNamespace(override, namespace));
  });
  return withoutUnwanted([...kept, ...placed], settings.leaveOut ?? [], draft);
}

function manifestsOf(objects: readonly object[]): Manifest[] {
  return objects.filter(isMapping).map((body, i) => manifestOf(body, i, { source: '' }));
}

function replaces(override: Manifest, manifest: Manifest): boolean {
  return (
    override.kind === manifest.kind &&
    override.name === manifest.name &&
    (override.namespace === undefined || override.namespace === manifest.namespace)
  );
}

function inNamespace(manifest: Manifest, namespace: string | undefined): Manifest {
  if (namespace === undefined || manifest.namespace === namespace) {
    return manifest;
  }
  const body: Mapping = { ...manifest.body, metadata: { ...(manifest.body.metadata as Mapping), namespace } };
  return manifestOf(body, manifest.index, { source: '' });
}

function withoutUnwanted(manifests: readonly Manifest[], leaveOut: readonly string[], draft: Draft): Manifest[] {
  const names = new Set(manifests.map(({ kind, name }) => `${kind}/${name}`));
  for (const unwanted of leaveOut.filter((one) => !names.has(one))) {
    draft.problem(undefined, [], `there is no '${unwanted}' to leave out${didYouMean(unwanted, names)}`);
  }
  return manifests.filter(({ kind, name }) => !leaveOut.includes(`${kind}/${name}`));
}

/** Reports objects that are there twice: daprd exits, or silently takes one. */
export function reportDuplicates(manifests: readonly Manifest[], draft: Draft): void {
  const isRead = (manifest: Manifest): boolean => manifest.daprKind !== undefined;
  for (const [title, same] of grouped(manifests.filter(isRead), (manifest) => titleOf(manifest))) {
    if (same.length > 1) {
      draft.problem(same[1], [], `there are ${same.length} objects '${title}': expected one, so take the others out of what is given`);
    }
  }
  for (const nameless of manifests.filter((manifest) => isRead(manifest) && manifest.name === '')) {
    draft.problem(nameless, ['metadata', 'name'], 'expected a name: got nothing');
  }
}

/**
 * The objects of each namespace. What names none belongs to the only one there is, or to `default`.
 *
 * @returns nothing as the only key where no object names a namespace
 */
export function byNamespace(manifests: readonly Manifest[], matter: (manifest: Manifest) => boolean): Map<string | undefined, Manifest[]> {
  const named = [...new Set(manifests.filter(matter).flatMap(({ namespace }) => namespace ?? []))].sort();
  const home = named.length > 1 ? 'default' : named[0];
  const groups = new Map<string | undefined, Manifest[]>();
  const wanted = new Set<string | undefined>(named.length === 0 ? [undefined] : named);
  if (named.length > 1 && manifests.some((manifest) => matter(manifest) && manifest.namespace === undefined)) {
    wanted.add(home);
  }
  [...wanted].sort().forEach((namespace) => groups.set(namespace, []));
  for (const manifest of manifests) {
    groups.get(manifest.namespace ?? home)?.push(manifest);
  }
  return groups;
}
