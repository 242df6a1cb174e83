import { Resource } from './resource';

/** What apps see, kept so that two resources which one application sees are found without comparing all pairs. */
export class Visibility<T extends Resource> {
  private readonly known = new Map<string, T>();

  /** A resource, added earlier, that some application sees together with this one, and one such application where it is known. */
  public clash(resource: T): { readonly other: T; readonly appId: string | undefined } | undefined {
    for (const namespace of resource.namespace === undefined ? [ANYWHERE] : [resource.namespace, NOWHERE]) {
      for (const appId of resource.scopes ?? [ANYBODY]) {
        const other = this.known.get(key(namespace, appId)) ?? this.known.get(key(namespace, EVERYBODY));
        if (other !== undefined) {
          return { other, appId: appId === ANYBODY ? other.scopes?.[0] : appId };
        }
      }
    }
    return undefined;
  }

  public add(resource: T): void {
    for (const namespace of [resource.namespace ?? NOWHERE, ANYWHERE]) {
      for (const appId of [...(resource.scopes ?? [EVERYBODY]), ANYBODY]) {
        const at = key(namespace, appId);
        if (!this.known.has(at)) {
          this.known.set(at, resource);
        }
      }
    }
  }
}

/** No namespace was written, any namespace; no scopes were written, any application. None is a name that Kubernetes takes. */
const [NOWHERE, ANYWHERE, EVERYBODY, ANYBODY] = ['/', '/any', '/everybody', '/any'];

function key(namespace: string, appId: string): string {
  return `${namespace}\n${appId}`;
}

/** Whether both were read from one input, for one namespace: then they are applied together, and are no variants of each other. */
export function isAppliedTogether(a: Resource, b: Resource): boolean {
  return a.manifest.source === b.manifest.source && a.namespace === b.namespace;
}

/** Whether an application sees a resource of its namespace. */
export function isInScope({ scopes }: Resource, appId: string): boolean {
  return scopes === undefined || scopes.includes(appId);
}
