import { Construct } from 'constructs';

/** As much of cdktf as is used of it, to see what it is given. The real ones are in terraform.real.ts. */
export class TerraformStack extends Construct {}

export interface Made {
  readonly type: string;
  readonly attributes: any;
  readonly dependsOn?: string[];
  readonly provider?: unknown;
}

export class TerraformResource extends Construct {
  public readonly terraformResourceType: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly config: { terraformResourceType: string; dependsOn?: Construct[]; provider?: unknown },
  ) {
    super(scope, id);
    this.terraformResourceType = config.terraformResourceType;
  }

  public get fqn(): string {
    return `${this.terraformResourceType}.${this.node.id}`;
  }

  protected synthesizeAttributes(): object {
    return {};
  }

  public made(): Made {
    const { terraformResourceType: type, dependsOn, provider } = this.config;
    return {
      type,
      attributes: this.synthesizeAttributes(),
      ...(dependsOn === undefined ? {} : { dependsOn: dependsOn.map((one) => (one as TerraformResource).fqn) }),
      ...(provider === undefined ? {} : { provider }),
    };
  }
}

export class TerraformAsset extends Construct {
  public readonly path = 'assets/chart';

  constructor(
    scope: Construct,
    id: string,
    public readonly config: { path: string; type: number },
  ) {
    super(scope, id);
  }
}

export const AssetType = { DIRECTORY: 1 };

const call =
  (name: string) =>
  (...args: string[]): string =>
    `${name}(${args.join()})`;

export const Fn = {
  rawString: (text: string): string => text,
  jsonencode: call('jsonencode'),
  tostring: call('tostring'),
  trimprefix: call('trimprefix'),
  trimsuffix: call('trimsuffix'),
};

/** What a stack holds, by the ids of the resources. */
export function madeBy(scope: Construct): Record<string, Made> {
  const resources = scope.node.findAll().filter((node): node is TerraformResource => node instanceof TerraformResource);
  return Object.fromEntries(resources.map((resource) => [resource.node.id, resource.made()]));
}
