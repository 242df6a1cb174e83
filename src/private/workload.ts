import { ApiObject, ApiObjectMetadataDefinition } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Code } from './codes';
import { mistake, Problems } from './problems';

/** A kind of object that makes pods, and where it keeps their template. */
interface Shape {
  readonly kind: string;
  readonly group: string;
  /** Empty for a Pod, which is what others have a template of. */
  readonly template: readonly string[];
  /** Whether its pods are meant to end. */
  readonly finishes?: boolean;
}

const SHAPES: readonly Shape[] = [
  { kind: 'Deployment', group: 'apps', template: ['spec', 'template'] },
  { kind: 'StatefulSet', group: 'apps', template: ['spec', 'template'] },
  { kind: 'DaemonSet', group: 'apps', template: ['spec', 'template'] },
  { kind: 'ReplicaSet', group: 'apps', template: ['spec', 'template'] },
  { kind: 'Job', group: 'batch', template: ['spec', 'template'], finishes: true },
  { kind: 'CronJob', group: 'batch', template: ['spec', 'jobTemplate', 'spec', 'template'], finishes: true },
  { kind: 'Pod', group: 'core', template: [] },
  { kind: 'Rollout', group: 'argoproj.io', template: ['spec', 'template'] },
];
const POSSIBLE =
  'expected a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Pod or Argo Rollout: a workload of cdk8s-plus, an imported or plain ApiObject, or an Include, Helm or other construct that holds one of them';

/** What cdk8s-plus workloads of every version have around their ApiObject. */
interface PlusWorkload {
  readonly podMetadata?: ApiObjectMetadataDefinition;
  readonly automountServiceAccountToken?: boolean;
}

/** What a pod looks like to the sidecar, as far as it is known before synthesis. */
interface PodFacts {
  readonly annotations: Readonly<Record<string, string>>;
  readonly mountsToken: boolean;
}

type Json = { [key: string]: Json | undefined };

/** The one object of a construct that makes pods. */
export class Workload {
  private readonly owner: PlusWorkload;

  constructor(
    public readonly object: ApiObject,
    private readonly shape: Shape,
  ) {
    this.owner = (object.node.scope ?? {}) as PlusWorkload;
  }

  public get title(): string {
    return `the ${this.object.kind} '${this.object.name}'`;
  }

  public get finishes(): boolean {
    return this.shape.finishes === true;
  }

  /** The name, unless cdk8s made it: it would change with the construct's place. */
  public get givenName(): string | undefined {
    return this.object.name === this.object.chart.generateObjectName(this.object) ? undefined : this.object.name;
  }

  /** What is known now; a workload that cannot be rendered yet has nothing to say. Reports one that has no pod template. */
  public pod(problems: Problems): PodFacts {
    if (this.owner.podMetadata !== undefined) {
      return facts(this.owner.podMetadata.toJson() as Json | undefined, this.owner.automountServiceAccountToken);
    }
    const json = this.rendered();
    const template = json === undefined ? undefined : at(json, this.shape.template);
    if (json !== undefined && template === undefined) {
      problems.add(Code.CONFLICT, withoutTemplate(this.object, this.shape.template));
    }
    return facts(template?.metadata, template?.spec?.automountServiceAccountToken);
  }

  /** Adds annotations to the pods. Those that are there stay, whatever else is done to the workload before or after. */
  public annotate(annotations: Readonly<Record<string, string>>): void {
    const metadata = this.shape.template.length === 0 ? this.object.metadata : this.owner.podMetadata;
    if (metadata === undefined) {
      annotateWhenRendered(this.object, this.shape.template, annotations);
      return;
    }
    for (const [name, value] of Object.entries(annotations)) {
      metadata.addAnnotation(name, value);
    }
  }

  private rendered(): Json | undefined {
    try {
      return this.object.toJson() as Json;
    } catch {
      return undefined;
    }
  }
}

/** The workload that a construct is or holds; reports where there is none, or several. */
export function findWorkload(problems: Problems, target: IConstruct): Workload | undefined {
  const workloads = target.node
    .findAll()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct))
    .flatMap((object) => {
      const shape = SHAPES.find((one) => one.kind === object.kind && one.group === object.apiGroup);
      return shape === undefined ? [] : [new Workload(object, shape)];
    });
  if (workloads.length === 1) {
    return workloads[0];
  }
  problems.add(
    Code.WRONG_TYPE,
    workloads.length === 0
      ? `a sidecar cannot be injected into ${describe(target)}: ${POSSIBLE}`
      : `a sidecar is injected into one workload, and there are ${workloads.length} here: inject into each of ${workloads.map((one) => `${one.title} (${one.object.node.path})`).join(', ')}`,
  );
  return undefined;
}

function facts(metadata: Json | undefined, automount: unknown): PodFacts {
  return { annotations: { ...(metadata?.annotations as Record<string, string> | undefined) }, mountsToken: automount !== false };
}

function withoutTemplate(object: ApiObject, path: readonly string[]): string {
  return `the ${object.kind} '${object.name}' has no pod template at ${path.join('.')}, so a sidecar cannot be injected: inject into the workload that has it`;
}

function describe(target: IConstruct): string {
  return ApiObject.isApiObject(target) ? `a ${target.kind} of ${target.apiVersion}` : `a ${target.constructor.name} without a workload`;
}

// A JSON patch would need to know whether the template has metadata and annotations by then, and a later one could replace them.
function annotateWhenRendered(object: ApiObject, path: readonly string[], annotations: Readonly<Record<string, string>>): void {
  const render = object.toJson.bind(object) as () => Json;
  object.toJson = () => {
    const json = render();
    const template = at(json, path);
    if (template === undefined) {
      throw mistake(`${Code.CONFLICT} [${object.node.path}] ${withoutTemplate(object, path)}`);
    }
    return replace(json, path, {
      ...template,
      metadata: { ...template.metadata, annotations: sorted({ ...template.metadata?.annotations, ...annotations }) },
    } as Json);
  };
}

function at(json: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => inner?.[key], json);
}

function replace(json: Json, [key, ...rest]: readonly string[], value: Json): Json {
  return key === undefined ? sorted(value) : { ...json, [key]: replace(json[key]!, rest, value) };
}

// cdk8s writes keys by name.
function sorted<T extends object>(json: T): T {
  return Object.fromEntries(Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}
