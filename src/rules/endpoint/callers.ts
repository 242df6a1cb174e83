import type { Model } from '../model/model';
import type { Resource } from '../model/resource';
import { at, dynamicText, isMapping, list, mapping, Mapping, Path, text } from '../read';

/** A header of a request, or a variable of a process that the sidecar starts. */
export interface NamedValue {
  readonly resource: Resource;
  readonly kind: 'header' | 'variable';
  readonly item: Mapping;
  readonly name: string;
  /** The text, where the manifest holds one and no secret takes its place. */
  readonly value: string | undefined;
  readonly path: Path;
}

/** A Secret that a resource refers to. */
export interface SecretUse {
  readonly resource: Resource;
  readonly store: string | undefined;
  readonly secret: string;
  readonly key: string;
  /** Whether only the MCPServer itself asks for it, when it connects: the operator does not. */
  readonly own: boolean;
  readonly path: Path;
}

/** The transports of an MCPServer that speak HTTP. */
export const HTTP_TRANSPORTS = ['streamableHTTP', 'sse'] as const;

/** The resources of which Dapr makes requests to the outside. */
export function callersOf(model: Model): Resource[] {
  return [...model.httpEndpoints, ...model.mcpServers];
}

/** The headers and variables of an HTTPEndpoint or MCPServer. */
export function namedValuesOf(resource: Resource): NamedValue[] {
  const read = (kind: NamedValue['kind'], path: Path): NamedValue[] =>
    list(at(resource.manifest.body, ...path)).map((raw, i) => {
      const item = mapping(raw);
      const given = item.value !== undefined && item.value !== null && !isMapping(item.secretKeyRef);
      const value = given ? dynamicText(item.value) : undefined;
      return { resource, kind, item, name: text(item.name) ?? '', value, path: [...path, i] };
    });
  return resource.manifest.kind === 'HTTPEndpoint'
    ? read('header', ['spec', 'headers'])
    : [
        ...HTTP_TRANSPORTS.flatMap((transport) => read('header', ['spec', 'endpoint', transport, 'headers'])),
        ...read('variable', ['spec', 'endpoint', 'stdio', 'env']),
      ];
}

/** The documents of `clientTLS`. */
export const TLS_DOCUMENTS = ['rootCA', 'certificate', 'privateKey'] as const;

/** Every Secret that an HTTPEndpoint or MCPServer refers to. */
export function secretUsesOf(resource: Resource): SecretUse[] {
  const { body } = resource.manifest;
  const use = (reference: unknown, store: string | undefined, path: Path): Omit<SecretUse, 'own'>[] => {
    const secret = text(at(reference, 'name')) ?? '';
    return secret === '' ? [] : [{ resource, store, secret, key: text(at(reference, 'key')) || secret, path }];
  };
  const values = namedValuesOf(resource);
  if (resource.manifest.kind === 'HTTPEndpoint') {
    const store = text(at(body, 'auth', 'secretStore')) || undefined;
    return [
      ...values.flatMap(({ item, path }) => use(item.secretKeyRef, store, [...path, 'secretKeyRef'])),
      ...TLS_DOCUMENTS.flatMap((document) => {
        const path = ['spec', 'clientTLS', document, 'secretKeyRef'];
        return use(at(body, ...path), store, path);
      }),
    ].map((one) => ({ ...one, own: false }));
  }
  const storeOf = (path: Path): string | undefined => text(at(body, ...path.slice(0, 3), 'auth', 'secretStore')) || undefined;
  return [
    ...values
      .flatMap(({ item, path }) => use(item.secretKeyRef, storeOf(path), [...path, 'secretKeyRef']))
      .map((one) => ({ ...one, own: false })),
    ...HTTP_TRANSPORTS.flatMap((transport) => {
      const path = ['spec', 'endpoint', transport, 'auth', 'oauth2', 'secretKeyRef'];
      return use(at(body, ...path), storeOf(path), path).map((one) => ({ ...one, own: true }));
    }),
  ];
}
