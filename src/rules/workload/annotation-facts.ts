import { DaprVersion } from '../../dapr-version';
import { ANNOTATIONS } from '../../generated/annotation-facts';

/** What Dapr takes the text of an annotation for. */
export interface AnnotationFacts {
  readonly is: 'text' | 'integer' | 'boolean' | 'duration' | 'quantity' | 'enum' | 'enums';
  /** In the unit of the annotation. */
  readonly min?: number;
  readonly max?: number;
  readonly of?: readonly string[];
  /** The first minor version that reads it. */
  readonly since?: string;
  /** The annotation that must be true, or this one is not looked at. */
  readonly needs?: string;
  /** The annotation that replaces this deprecated one. */
  readonly instead?: string;
}

export const PREFIX = 'dapr.io/';

/** The facts of an annotation, where Dapr has it. */
export function factsOfAnnotation(name: string): AnnotationFacts | undefined {
  return Object.hasOwn(ANNOTATIONS, name) ? ANNOTATIONS[name] : undefined;
}

/** Whether a version of Dapr reads an annotation that has these facts. */
export function isReadBy({ since }: AnnotationFacts, version: DaprVersion): boolean {
  return since === undefined || Number(version.name.split('.')[1]) >= Number(since.split('.')[1]);
}
