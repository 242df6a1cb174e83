import type { Target } from '../rule';
import { at } from '../read';
import { daprKindOf } from './kinds';
import { Manifest } from './manifest';

/**
 * Where the objects run, as far as they tell: only Kubernetes has kinds other than Dapr's, namespaces and what the API server adds; a
 * multi-app run file is read on a developer's machine. Nothing where neither or both are there.
 */
export function targetOf(manifests: readonly Manifest[], multiAppRuns: readonly Manifest[]): Target | undefined {
  const kubernetes = manifests.some(isOfCluster);
  if (kubernetes === multiAppRuns.length > 0) {
    return undefined;
  }
  return kubernetes ? 'kubernetes' : 'self-hosted';
}

function isOfCluster(manifest: Manifest): boolean {
  if (manifest.kind === '' || manifest.apiVersion === '') {
    return false;
  }
  return daprKindOf(manifest) === undefined || at(manifest.body, 'metadata', 'uid') !== undefined;
}
