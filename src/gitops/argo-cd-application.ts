import { ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { propsOf } from '../private/copied';
import { checkFields, Fields } from '../private/fields';
import { checkName } from '../private/names';
import { Problems } from '../private/problems';
import { Resource } from '../private/resource';
import { ARGO_CD_FIELDS, checkDestination, checkSyncPolicy, FINALIZER, sourceJson, syncPolicyJson } from './argo-cd-fields';
import { ArgoCdDestination, ArgoCdIgnoredDifference, ArgoCdSource, ArgoCdSyncPolicy } from './argo-cd-options';

/**
 * What Argo CD applies, where and how.
 */
export interface ArgoCdApplicationProps {
  /** Where the manifests are. */
  readonly source: ArgoCdSource;

  /**
   * Where they belong.
   *
   * @default - the cluster of Argo CD; the namespace of each object is the one that it names
   */
  readonly destination?: ArgoCdDestination;

  /**
   * The project of Argo CD.
   *
   * @default 'default'
   */
  readonly project?: string;

  /**
   * How they are applied.
   *
   * @default - when someone asks for it, by the API server, with the namespace made where it is missing
   */
  readonly syncPolicy?: ArgoCdSyncPolicy;

  /**
   * What Argo CD should not compare, such as replicas that an autoscaler sets.
   *
   * @default - it compares all
   */
  readonly ignoreDifferences?: ArgoCdIgnoredDifference[];

  /**
   * Whether the objects are removed together with the Application.
   *
   * @default false
   */
  readonly cascadingDelete?: boolean;

  /**
   * Name, namespace, labels and annotations of the Application.
   *
   * @default - named by the construct id, in the chart's namespace, or in `argocd` where the chart has none
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * An Application of Argo CD: the manifests of a folder of a repository, kept applied to a cluster.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/
 */
export class ArgoCdApplication extends Resource {
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: ArgoCdApplicationProps) {
    const { objectMeta, ...given } = propsOf(props);
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, objectMeta?.name ?? id);
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
    checkSyncPolicy(problems, OWNER, given.syncPolicy, given.syncPolicy?.automated === true);
    checkDestination(problems, OWNER, 'destination.', given.destination?.server, given.destination?.name, 'name');
    problems.throwIfAny();

    super(scope, id, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      objectMeta: {
        ...objectMeta,
        namespace: objectMeta?.namespace ?? Chart.of(scope).namespace ?? 'argocd',
        finalizers: given.cascadingDelete ? [...(objectMeta?.finalizers ?? []), FINALIZER] : objectMeta?.finalizers,
      },
    });
    const { server, name, namespace } = given.destination ?? {};
    this.spec = {
      project: given.project ?? 'default',
      source: sourceJson(given.source),
      destination: name === undefined ? { server: server ?? 'https://kubernetes.default.svc', namespace } : { name, namespace },
      syncPolicy: syncPolicyJson(given.syncPolicy),
      ignoreDifferences: given.ignoreDifferences,
    };
  }

  /** @internal */
  public _spec(): object {
    return this.spec;
  }
}

const OWNER = 'ArgoCdApplication';
const FIELDS: Fields = ARGO_CD_FIELDS;
