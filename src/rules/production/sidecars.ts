import type { Model } from '../model/model';
import { annotation, Workload } from '../model/workload';
import { at, Path } from '../read';

/** The workloads whose pods get a sidecar. */
export function sidecars({ workloads }: Model): Workload[] {
  return workloads.filter(({ injected }) => injected);
}

/** By what messages call an application. */
export function nameOf({ appId, name }: Workload): string {
  return appId ?? name;
}

/** Whether the pod says something to Dapr, and not nothing. */
export function says(workload: Workload, name: string): boolean {
  return (annotation(workload.annotations, name) ?? '').trim() !== '';
}

/** The application's own port: without one, Dapr never calls it. */
export function isCalled(workload: Workload): boolean {
  return says(workload, 'dapr.io/app-port');
}

/** Where what is missing would stand. */
export function annotationsPath({ podPath, manifest }: Workload): Path {
  const path = [...podPath, 'metadata', 'annotations'];
  return at(manifest.body, ...path) === undefined ? podPath : path;
}
