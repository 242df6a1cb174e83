import { at, isMapping, list, Mapping, mapping, Path, text } from '../rules/read';

/** An object of a document, and where in it the object stands. */
export interface DocumentObject {
  readonly body: Mapping;
  readonly path: Path;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The Kubernetes objects of a document: itself, the items of a list, or none. What the API server adds is left out. */
export function objectsOf(value: unknown, path: Path = []): DocumentObject[] {
  if (!isMapping(value)) {
    return [];
  }
  const kind = text(value.kind) ?? '';
  if (kind.endsWith('List') && Array.isArray(value.items)) {
    const items = list(value.items).map((item) => (kind === 'List' || !isMapping(item) ? item : withKind(item, kind, value.apiVersion)));
    return items.flatMap((item, i) => objectsOf(item, [...path, 'items', i]));
  }
  return isObject(value) ? [{ body: withoutServerSide(value), path }] : [];
}

/** A kind and an apiVersion, or what somebody took for them; or a multi-app run file, which has neither. */
function isObject(value: Mapping): boolean {
  const apiVersion = text(value.apiVersion) ?? '';
  if (text(value.kind) !== undefined) {
    return apiVersion !== '' || isMapping(value.spec) || isMapping(value.metadata);
  }
  return apiVersion.startsWith('dapr.io') || (value.apiVersion === undefined && 'version' in value && Array.isArray(value.apps));
}

/** The API server says the kind of items once, with their list. */
function withKind(item: Mapping, listKind: string, apiVersion: unknown): Mapping {
  return { apiVersion, kind: listKind.slice(0, -'List'.length), ...item };
}

/** `kubectl get -o yaml` shows what nobody wrote: the status, who owns which field, and the last applied object as a text. */
function withoutServerSide(body: Mapping): Mapping {
  const metadata = mapping(body.metadata);
  const copied = at(metadata, 'annotations', LAST_APPLIED) !== undefined || 'managedFields' in metadata;
  if (!copied && !('status' in body)) {
    return body;
  }
  const { status: _status, ...rest } = body;
  if (!copied) {
    return rest;
  }
  const { managedFields: _fields, ...kept } = metadata;
  const { [LAST_APPLIED]: _last, ...annotations } = mapping(kept.annotations);
  return { ...rest, metadata: 'annotations' in kept ? { ...kept, annotations } : kept };
}
