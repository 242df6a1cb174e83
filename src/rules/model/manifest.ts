import { Mapping, mapping, text } from '../read';
import { daprKindOf } from './kinds';

/** One object of the input. */
export interface Manifest {
  /** The object as it was written. */
  readonly body: Mapping;
  readonly apiVersion: string;
  readonly kind: string;
  /** The Dapr kind that it is, or is meant to be. */
  readonly daprKind: string | undefined;
  /** Empty where the object has none. */
  readonly name: string;
  /** Nothing where the object names none: then it may be applied into any. */
  readonly namespace: string | undefined;
  readonly annotations: Mapping;
  /** Where it came from, for whoever shows the findings: a construct, or a place in a file. */
  readonly origin: unknown;
  /** The input that it stands in: two objects of one source are applied together. */
  readonly source: string;
  /** What runs in one place, e.g. the folder of the file. */
  readonly group: string;
  /** Its place among all objects. */
  readonly index: number;
}

/** Where an object came from. */
export interface Origin {
  /** The input that the object stands in, e.g. the file. */
  readonly source: string;
  /** What runs in one place with others, e.g. the folder of the file. Default: everything does. */
  readonly group?: string;
  readonly origin?: unknown;
}

export function manifestOf(body: Mapping, index: number, { source, group = '', origin }: Origin): Manifest {
  const { name, namespace, annotations } = mapping(body.metadata);
  const apiVersion = text(body.apiVersion) ?? '';
  const kind = text(body.kind) ?? '';
  return {
    body,
    apiVersion,
    kind,
    daprKind: daprKindOf(kind, apiVersion, body),
    name: text(name) ?? '',
    namespace: text(namespace) || undefined,
    annotations: mapping(annotations),
    origin,
    source,
    group,
    index,
  };
}

/** The part of the apiVersion in front of the slash; empty for the core group. */
export function groupOf({ apiVersion }: Manifest): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** Whether two objects can be in one namespace: one that names none may be applied into any. */
export function mayShareNamespace(a: { readonly namespace?: string }, b: { readonly namespace?: string }): boolean {
  return a.namespace === undefined || b.namespace === undefined || a.namespace === b.namespace;
}
