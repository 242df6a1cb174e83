import { at, isMapping, list, Mapping, mapping, Path, text } from '../read';
import { Manifest } from './manifest';

/** An object that makes pods, or is one. */
export interface Workload {
  readonly manifest: Manifest;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Where the pod's metadata and spec stand: `['spec', 'template']`, or `[]` for a Pod. */
  readonly podPath: Path;
  /** The annotations of the pod, which are all that the injector reads. */
  readonly annotations: Mapping;
  readonly labels: Mapping;
  readonly podSpec: Mapping;
  /** Whether the injector adds a sidecar: `dapr.io/enabled` is `true`, in any case. */
  readonly injected: boolean;
  /** `dapr.io/app-id` of the pod, where it is set. */
  readonly appId: string | undefined;
}

/** A workload that gets a sidecar and has an app id, or an application of a multi-app run file. */
export interface App {
  readonly id: string;
  readonly namespace: string | undefined;
  /** The object that makes it, and where in it the app stands. */
  readonly manifest: Manifest;
  readonly path: Path;
  /** Nothing for an application of a multi-app run file. */
  readonly workload: Workload | undefined;
}

const POD_PATHS: { readonly [kind: string]: Path } = {
  Pod: [],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  ScaledJob: ['spec', 'jobTargetRef', 'template'],
};
const TEMPLATE: Path = ['spec', 'template'];

/** Reads whatever makes pods, also of kinds that nobody has heard of: what has a pod template is a workload. */
export function workloadOf(manifest: Manifest): Workload | undefined {
  const podPath = Object.hasOwn(POD_PATHS, manifest.kind) ? POD_PATHS[manifest.kind] : TEMPLATE;
  const pod = at(manifest.body, ...podPath);
  if (!isMapping(pod) || !Array.isArray(at(pod, 'spec', 'containers'))) {
    return undefined;
  }
  const annotations = mapping(at(pod, 'metadata', 'annotations'));
  const appId = text(annotations['dapr.io/app-id']);
  return {
    manifest,
    kind: manifest.kind,
    name: manifest.name,
    namespace: manifest.namespace,
    podPath,
    annotations,
    labels: mapping(at(pod, 'metadata', 'labels')),
    podSpec: mapping(pod.spec),
    injected: /^true$/i.test(annotation(annotations, 'dapr.io/enabled') ?? ''),
    appId: appId === '' ? undefined : appId,
  };
}

/** An annotation as a text: the API server takes nothing else, a careless writer more. */
export function annotation(annotations: Mapping, name: string): string | undefined {
  const value = annotations[name];
  return value === undefined || value === null ? undefined : String(value);
}

/** Where an annotation of the pod stands. */
export function annotationPath({ podPath }: Workload, name: string): Path {
  return [...podPath, 'metadata', 'annotations', name];
}

/** The containers of a pod that were written, with where each stands. */
export function containersOf({ podSpec, podPath }: Workload): { readonly container: Mapping; readonly path: Path }[] {
  return ['initContainers', 'containers'].flatMap((key) =>
    list(podSpec[key]).map((container, i) => ({ container: mapping(container), path: [...podPath, 'spec', key, i] })),
  );
}
