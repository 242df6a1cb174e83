import { Construct } from 'constructs';
import { checkScopes } from './names';
import { Problems } from './problems';
import { Resource, ResourceHeader } from './resource';

/**
 * The base of resources that can be kept to some applications.
 *
 * @internal
 */
export abstract class ScopedResource extends Resource {
  private readonly appIds: Set<string>;

  constructor(scope: Construct, id: string, header: ResourceHeader, scopes: readonly string[] = []) {
    super(scope, id, header);
    this.appIds = new Set(scopes);
  }

  /** The app ids that see the resource, sorted; empty where every application of the namespace does. */
  public get scopes(): string[] {
    return [...this.appIds].sort();
  }

  /**
   * Shows the resource to further applications. The first call on a resource without scopes takes it from everyone else.
   *
   * @param appIds the app ids
   */
  public addScopes(...appIds: string[]): void {
    const problems = new Problems(this.node.scope!, this.node.id);
    checkScopes(problems, appIds);
    problems.throwIfAny();
    appIds.forEach((appId) => this.appIds.add(appId));
  }

  /** @internal */
  public _scopes(): string[] | undefined {
    return this.appIds.size > 0 ? this.scopes : undefined;
  }
}
