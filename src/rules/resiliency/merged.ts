import type { Model } from '../model/model';
import { mayShareNamespace } from '../model/manifest';
import type { Resource } from '../model/resource';
import { policiesOf, POLICY_KINDS, PolicyKind } from './policies';

/** Whether some application can see both: all that it sees share one space of names. */
export function seenTogether(a: Resource, b: Resource): boolean {
  if (a === b) {
    return true;
  }
  if (!mayShareNamespace(a, b)) {
    return false;
  }
  return a.scopes === undefined || b.scopes === undefined || a.scopes.some((id) => b.scopes!.includes(id));
}

/** Adds to the group of a key. */
export function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) {
    groups.set(key, [item]);
  } else {
    group.push(item);
  }
}

/** Which resources define a policy. */
export class DefinedPolicies {
  private readonly owners = new Map<string, Resource[]>();

  constructor({ resiliencies }: Pick<Model, 'resiliencies'>) {
    for (const resource of resiliencies) {
      for (const kind of POLICY_KINDS) {
        for (const { name } of policiesOf(resource, kind)) {
          addTo(this.owners, `${kind}/${name}`, resource);
        }
      }
    }
  }

  /** Whether a target of a resource finds the policy, in this resource or in one that some application sees as well. */
  public has(kind: PolicyKind, name: string, from: Resource): boolean {
    return (this.owners.get(`${kind}/${name}`) ?? []).some((owner) => seenTogether(owner, from));
  }
}
