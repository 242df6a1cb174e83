import { ApiObject, ApiObjectMetadata, Chart, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { checkFields, Fields } from '../private/fields';
import { goDuration } from '../private/go-duration';
import { checkName } from '../private/names';
import { Problems } from '../private/problems';
import { Resource } from '../private/resource';
import { FLUX_NAMESPACE } from './flux-fields';
import { IFluxSource } from './flux-source';
import { NAMESPACE, OBJECT_NAME, REPOSITORY_PATH } from './repository-path';

/**
 * A Kustomization of Flux: one of this program, or one that exists already.
 */
export interface IFluxKustomization {
  /** The name. */
  readonly name: string;

  /** The namespace. */
  readonly namespace: string;
}

/**
 * What Flux applies, after what, and when it counts as done.
 */
export interface FluxKustomizationProps {
  /** Where the manifests are. */
  readonly source: IFluxSource;

  /**
   * The folder of the source that holds them.
   *
   * @default '.'
   */
  readonly path?: string;

  /**
   * What must be ready before: the control plane, or the components of these workloads.
   *
   * @default - nothing
   */
  readonly dependsOn?: IFluxKustomization[];

  /**
   * Whether Flux waits until all that it applied is ready. Not together with `healthChecksOf`.
   *
   * @default - true where there is no `healthChecksOf`
   */
  readonly wait?: boolean;

  /**
   * The charts, or other constructs, whose Deployments, StatefulSets, DaemonSets and Jobs must be ready; nothing else is waited for.
   *
   * @default - all that is applied is waited for
   */
  readonly healthChecksOf?: Construct[];

  /**
   * How long applying and waiting may take.
   *
   * @default Duration.minutes(5)
   */
  readonly timeout?: Duration;

  /**
   * How often Flux compares the cluster with the source.
   *
   * @default Duration.minutes(10)
   */
  readonly interval?: Duration;

  /**
   * How soon Flux tries again what failed.
   *
   * @default Duration.minutes(2)
   */
  readonly retryInterval?: Duration;

  /**
   * Whether Flux removes from the cluster what the source has no more.
   *
   * @default true
   */
  readonly prune?: boolean;

  /**
   * A namespace that all objects are put into, whatever they name.
   *
   * @default - each object is where it says
   */
  readonly targetNamespace?: string;

  /**
   * The service account in whose name Flux applies.
   *
   * @default - the one of Flux
   */
  readonly serviceAccountName?: string;

  /**
   * Name, namespace, labels and annotations of the object.
   *
   * @default - named by the construct id, in the chart's namespace, or in `flux-system` where the chart has none
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * A Kustomization of Flux: the manifests of a folder of a source, kept applied to the cluster.
 *
 * Flux has no waves within a Kustomization: put what must come first into one of its own, and name it in `dependsOn`.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export class FluxKustomization extends Resource implements IFluxKustomization {
  /**
   * One that exists already.
   *
   * @param name its name
   * @param namespace its namespace, else `flux-system`
   */
  public static fromName(name: string, namespace?: string): IFluxKustomization {
    return { name, namespace: namespace ?? FLUX_NAMESPACE };
  }

  /** The namespace of the object. */
  public readonly namespace: string;
  private readonly given: Omit<FluxKustomizationProps, 'objectMeta'>;

  constructor(scope: Construct, id: string, props: FluxKustomizationProps) {
    const { objectMeta, ...given } = propsOf(props);
    const namespace = objectMeta?.namespace ?? Chart.of(scope).namespace ?? FLUX_NAMESPACE;
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, objectMeta?.name ?? id);
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, plain(given));
    if (given.wait === true && given.healthChecksOf !== undefined) {
      problems.add(
        Code.CONFLICT,
        `wait and healthChecksOf of ${OWNER} exclude each other: Flux ignores health checks where it waits for everything; leave one of them out`,
      );
    }
    problems.throwIfAny();

    super(scope, id, { apiVersion: 'kustomize.toolkit.fluxcd.io/v1', kind: 'Kustomization', objectMeta: { ...objectMeta, namespace } });
    this.namespace = namespace;
    this.given = given;
    this.node.addValidation({ validate: () => this.withoutWorkloads() });
  }

  /** @internal */
  public _spec(): object {
    const { source, path, dependsOn, targetNamespace, serviceAccountName, healthChecksOf } = this.given;
    return {
      sourceRef: { kind: source.kind, ...this.reference(source) },
      path: path === undefined || path === '.' ? './' : `./${path.replace(/^\.\//, '')}`,
      dependsOn: dependsOn?.length ? dependsOn.map((other) => this.reference(other)) : undefined,
      prune: this.given.prune ?? true,
      wait: healthChecksOf === undefined ? (this.given.wait ?? true) : undefined,
      healthChecks: healthChecksOf?.flatMap(workloadsOf).map((object) => ({
        apiVersion: object.apiVersion,
        kind: object.kind,
        name: object.name,
        namespace: targetNamespace ?? object.metadata.namespace ?? 'default',
      })),
      timeout: goDuration(this.given.timeout ?? Duration.minutes(5)),
      interval: goDuration(this.given.interval ?? Duration.minutes(10)),
      retryInterval: goDuration(this.given.retryInterval ?? Duration.minutes(2)),
      targetNamespace,
      serviceAccountName,
    };
  }

  /** The namespace is said where it is another one. */
  private reference({ name, namespace }: IFluxKustomization): object {
    return { name, namespace: namespace === this.namespace ? undefined : namespace };
  }

  private withoutWorkloads(): string[] {
    return (this.given.healthChecksOf ?? [])
      .filter((construct) => workloadsOf(construct).length === 0)
      .map(
        (construct) =>
          `${Code.REQUIRED} [${this.node.path}] 'healthChecksOf' of ${OWNER} names ${construct.node.path}: got no Deployment, StatefulSet, DaemonSet or Job in it, expected one at least; leave it out, and Flux waits for everything`,
      );
  }
}

const OWNER = 'FluxKustomization';

const FIELDS: Fields = {
  source: {
    is: 'object',
    required: true,
    expected: `a FluxGitRepository or a FluxOciRepository, or one by fromName`,
    fields: {
      kind: { is: 'enum', required: true, of: ['GitRepository', 'OCIRepository', 'Bucket'] },
      name: { ...OBJECT_NAME, required: true },
      namespace: { ...NAMESPACE, required: true },
    },
  },
  path: REPOSITORY_PATH,
  dependsOn: {
    is: 'objects',
    expected: 'a list of FluxKustomizations',
    fields: { name: { ...OBJECT_NAME, required: true }, namespace: { ...NAMESPACE, required: true } },
  },
  wait: { is: 'boolean' },
  healthChecksOf: { is: 'objects', expected: 'a list of charts or other constructs', fields: {} },
  timeout: { is: 'duration', min: 1 },
  interval: { is: 'duration', min: 1 },
  retryInterval: { is: 'duration', min: 1 },
  prune: { is: 'boolean' },
  targetNamespace: NAMESPACE,
  serviceAccountName: OBJECT_NAME,
};

const CHECKED = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'];

function workloadsOf(construct: Construct): ApiObject[] {
  return construct.node
    .findAll()
    .filter(
      (node): node is ApiObject => ApiObject.isApiObject(node) && /^(apps|batch)$/.test(node.apiGroup) && CHECKED.includes(node.kind),
    );
}

/** Constructs have more properties than those that are looked at. */
function plain(given: Omit<FluxKustomizationProps, 'objectMeta'>): object {
  return {
    ...given,
    source: only(['kind', 'name', 'namespace'], given.source),
    dependsOn: Array.isArray(given.dependsOn) ? given.dependsOn.map((other) => only(['name', 'namespace'], other)) : given.dependsOn,
    healthChecksOf: Array.isArray(given.healthChecksOf)
      ? given.healthChecksOf.map((construct) => (typeof construct?.node?.findAll === 'function' ? {} : construct))
      : given.healthChecksOf,
  };
}

function only(names: readonly string[], value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(names.map((name) => [name, (value as Record<string, unknown>)[name]]))
    : value;
}
