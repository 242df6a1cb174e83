import { Construct, IConstruct } from 'constructs';
import { ITerraformLibrary } from './library';

/** What every construct here takes. */
export interface TerraformOptions {
  /**
   * The module cdktf or cdktn.
   *
   * @default - the installed one that made the stack
   */
  readonly library?: ITerraformLibrary;

  /**
   * The provider of the resources, for clusters that are not the only one.
   *
   * @default - the stack's
   */
  readonly provider?: object;

  /**
   * What must be there before: constructs of this module, or resources of the stack.
   *
   * @default - nothing
   */
  readonly dependsOn?: IConstruct[];
}

/** A resource with these attributes, whatever bindings there are for its provider. */
export interface ResourceOptions {
  readonly type: string;
  readonly attributes: { readonly [name: string]: unknown };
  readonly provider?: object;
  readonly dependsOn: readonly IConstruct[];
}

export function addResource(library: ITerraformLibrary, scope: Construct, id: string, options: ResourceOptions): Construct {
  const { type, attributes, provider, dependsOn } = options;
  class Resource extends library.TerraformResource {
    protected synthesizeAttributes(): object {
      return attributes;
    }
  }
  const before = dependsOn.flatMap(dependables);
  return new Resource(scope, id, {
    terraformResourceType: type,
    provider,
    dependsOn: before.length > 0 ? before : undefined,
  }) as unknown as Construct;
}

/** What Terraform can wait for in a construct: itself, or all resources that it holds. */
export function dependables(construct: IConstruct): IConstruct[] {
  return construct.node.findAll().filter((node) => typeof (node as { fqn?: unknown }).fqn === 'string' && 'terraformResourceType' in node);
}
