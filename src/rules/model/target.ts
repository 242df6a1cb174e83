import type { Target } from '../rule';
import { at } from '../read';
import { Manifest } from './manifest';

/**
 * Where the objects of each group run, as far as they tell: only Kubernetes has kinds other than Dapr's and what the API server adds; a
 * multi-app run file is read on a developer's machine. A group that tells nothing, or both, has no entry.
 */
export function targetsOf(manifests: readonly Manifest[], multiAppRuns: readonly Manifest[]): Map<string, Target> {
  const clusters = new Set(manifests.filter(isOfCluster).map(({ group }) => group));
  const machines = new Set(multiAppRuns.map(({ group }) => group));
  const targets = new Map<string, Target>();
  for (const group of clusters) {
    if (!machines.has(group)) {
      targets.set(group, 'kubernetes');
    }
  }
  for (const group of machines) {
    if (!clusters.has(group)) {
      targets.set(group, 'self-hosted');
    }
  }
  return targets;
}

/** The one target of all groups, or nothing where they differ or one does not tell. */
export function commonTarget(manifests: readonly Manifest[], targets: ReadonlyMap<string, Target>): Target | undefined {
  const [first] = targets.values();
  return manifests.every(({ group }) => targets.get(group) === first) ? first : undefined;
}

function isOfCluster(manifest: Manifest): boolean {
  if (manifest.kind === '' || manifest.apiVersion === '') {
    return false;
  }
  return manifest.daprKind === undefined || at(manifest.body, 'metadata', 'uid') !== undefined;
}
