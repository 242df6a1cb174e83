import { isTruthy } from '../model/component';
import { Model } from '../model/model';
import { annotation, annotationPath, Workload } from '../model/workload';
import { once } from '../once';
import { at, list, Path } from '../read';
import { AnnotationFacts, factsOfAnnotation, isReadBy, PREFIX } from './annotation-facts';

/** An annotation of Dapr on a pod that gets a sidecar. */
export interface PodAnnotation {
  readonly workload: Workload;
  readonly name: string;
  readonly value: string;
  readonly facts: AnnotationFacts;
  readonly path: Path;
}

/** The annotations that the Dapr of the model reads, of every pod that gets a sidecar; those that are rendered later are left out. */
export const podAnnotations = once((model: Model): readonly PodAnnotation[] =>
  model.workloads.filter(({ injected }) => injected).flatMap((workload) => annotationsOf(workload, model)),
);

function annotationsOf(workload: Workload, { daprVersion }: Model): PodAnnotation[] {
  return Object.keys(workload.annotations).flatMap((name) => {
    const facts = name.startsWith(PREFIX) ? factsOfAnnotation(name) : undefined;
    const value = facts === undefined ? undefined : textOf(workload, name);
    return facts === undefined || value === undefined || !isReadBy(facts, daprVersion)
      ? []
      : [{ workload, name, value, facts, path: annotationPath(workload, name) }];
  });
}

/** The text of an annotation, where it is known before the manifest is applied. */
export function textOf(workload: Workload, name: string): string | undefined {
  const value = Object.hasOwn(workload.annotations, name) ? workload.annotations[name] : undefined;
  return typeof value === 'object' || isUnrendered(value) ? undefined : annotation(workload.annotations, name);
}

/** Whether something will yet replace a text: Helm, envsubst, a pipeline. */
export function isUnrendered(value: unknown): boolean {
  return typeof value === 'string' && /\{[{%]|\$[({A-Za-z_]|#\{|__\w+__/.test(value);
}

/** Whether a boolean annotation is on, or is by default. */
export function isOn(workload: Workload, name: string, byDefault: 'on' | 'off' = 'off'): boolean {
  const value = textOf(workload, name);
  return value === undefined ? byDefault === 'on' : isTruthy(value);
}

/** Whether another object made this one, as in the output of `kubectl get`: what is wrong with it is wrong there. */
export function isOwned({ manifest }: Workload): boolean {
  return list(at(manifest.body, 'metadata', 'ownerReferences')).length > 0;
}

/** Where the pod's annotations stand, for what is missing there. */
export function annotationsPath({ podPath, annotations }: Workload): Path {
  return Object.keys(annotations).length === 0 ? podPath : [...podPath, 'metadata', 'annotations'];
}

/** A value in a message, short. */
export function quoted(value: string): string {
  return `'${value.length > 80 ? `${value.slice(0, 77)}…` : value}'`;
}

/** `the Deployment 'orders'`. */
export function titleOf({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return name === '' ? `a ${kind}` : `the ${kind} '${name}'`;
}
