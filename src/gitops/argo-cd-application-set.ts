import { ApiObjectMetadata, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { DaprVersion } from '../dapr-version';
import { Code } from '../private/codes';
import { propsOf } from '../private/copied';
import { checkFields, Fields } from '../private/fields';
import { checkName } from '../private/names';
import { Problems } from '../private/problems';
import { Resource } from '../private/resource';
import { ARGO_CD_FIELDS, automatedJson, checkDestination, checkSyncPolicy, FINALIZER, syncPolicyJson } from './argo-cd-fields';
import { ArgoCdIgnoredDifference, ArgoCdSyncPolicy } from './argo-cd-options';
import { NAMESPACE, REPOSITORY_PATH } from './repository-path';

/**
 * One environment of an ApplicationSet.
 */
export interface ArgoCdEnvironment {
  /** The name, which the name of its Application ends with. */
  readonly name: string;

  /** The folder of the repository that holds its manifests. */
  readonly path: string;

  /**
   * The branch, tag or commit.
   *
   * @default - the one of the set
   */
  readonly targetRevision?: string;

  /**
   * The API server of its cluster. Give this or `clusterName`.
   *
   * @default 'https://kubernetes.default.svc', the cluster of Argo CD
   */
  readonly server?: string;

  /**
   * The name under which Argo CD knows its cluster. Give this or `server`.
   *
   * @default - found by `server`
   */
  readonly clusterName?: string;

  /** The namespace of the objects that name none. */
  readonly namespace: string;

  /**
   * Whether Argo CD applies by itself what is new here.
   *
   * @default - as the `syncPolicy` of the set says
   */
  readonly automated?: boolean;
}

/**
 * Which environments there are, and what they have in common.
 */
export interface ArgoCdApplicationSetProps {
  /** The Git repository, as Argo CD reaches it. */
  readonly repoUrl: string;

  /**
   * The branch, tag or commit.
   *
   * @default 'HEAD'
   */
  readonly targetRevision?: string;

  /** The environments. Each becomes an Application. */
  readonly environments: ArgoCdEnvironment[];

  /**
   * What the names of the Applications begin with: `shop` gives `shop-production`.
   *
   * @default - the name of the set
   */
  readonly namePrefix?: string;

  /**
   * The project of Argo CD.
   *
   * @default 'default'
   */
  readonly project?: string;

  /**
   * How manifests are applied, in all environments.
   *
   * @default - when someone asks for it, by the API server, with the namespace made where it is missing
   */
  readonly syncPolicy?: ArgoCdSyncPolicy;

  /**
   * What Argo CD should not compare.
   *
   * @default - it compares all
   */
  readonly ignoreDifferences?: ArgoCdIgnoredDifference[];

  /**
   * Whether the objects are removed together with their Application.
   *
   * @default false
   */
  readonly cascadingDelete?: boolean;

  /**
   * Whether what is applied stays where the set, or an environment of it, is removed.
   *
   * @default false
   */
  readonly preserveResourcesOnDeletion?: boolean;

  /**
   * Name, namespace, labels and annotations of the ApplicationSet.
   *
   * @default - named by the construct id, in the chart's namespace, or in `argocd` where the chart has none
   */
  readonly objectMeta?: ApiObjectMetadata;
}

/**
 * An ApplicationSet of Argo CD: one Application for each environment of a list.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-List/
 */
export class ArgoCdApplicationSet extends Resource {
  private readonly spec: object;

  constructor(scope: Construct, id: string, props: ArgoCdApplicationSetProps) {
    const { objectMeta, ...given } = propsOf(props);
    const name = objectMeta?.name ?? id;
    const problems = Problems.forNew(scope, id);
    checkName(problems, OWNER, name);
    checkFields(problems, { owner: OWNER, version: DaprVersion.of(scope) }, FIELDS, given);
    const environments = (Array.isArray(given.environments) ? given.environments : []).filter(
      (one) => typeof one === 'object' && one !== null,
    );
    const someAutomated = given.syncPolicy?.automated === true || environments.some(({ automated }) => automated === true);
    checkSyncPolicy(problems, OWNER, given.syncPolicy, someAutomated);
    checkEnvironments(problems, environments, given.environments);
    problems.throwIfAny();

    super(scope, id, {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      objectMeta: { ...objectMeta, namespace: objectMeta?.namespace ?? Chart.of(scope).namespace ?? 'argocd' },
    });
    this.spec = spec(given, name);
  }

  /** @internal */
  public _spec(): object {
    return this.spec;
  }
}

const OWNER = 'ArgoCdApplicationSet';

const FIELDS: Fields = {
  repoUrl: ARGO_CD_FIELDS.source.fields.repoUrl,
  targetRevision: ARGO_CD_FIELDS.source.fields.targetRevision,
  environments: {
    is: 'objects',
    required: true,
    fields: {
      name: {
        is: 'text',
        required: true,
        pattern: /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
        expected: `lower case letters, digits and '-', e.g. 'production'`,
      },
      path: { ...REPOSITORY_PATH, required: true },
      targetRevision: ARGO_CD_FIELDS.source.fields.targetRevision,
      server: ARGO_CD_FIELDS.destination.fields.server,
      clusterName: ARGO_CD_FIELDS.destination.fields.name,
      namespace: { ...NAMESPACE, required: true },
      automated: { is: 'boolean' },
    },
  },
  namePrefix: { is: 'text', pattern: /^[a-z0-9][-a-z0-9.]*$/, expected: `lower case letters, digits, '-' and '.', e.g. 'shop'` },
  project: ARGO_CD_FIELDS.project,
  syncPolicy: ARGO_CD_FIELDS.syncPolicy,
  ignoreDifferences: ARGO_CD_FIELDS.ignoreDifferences,
  cascadingDelete: ARGO_CD_FIELDS.cascadingDelete,
  preserveResourcesOnDeletion: { is: 'boolean' },
};

function checkEnvironments(problems: Problems, environments: readonly ArgoCdEnvironment[], given: unknown): void {
  if (Array.isArray(given) && given.length === 0) {
    problems.add(Code.REQUIRED, `'environments' of ${OWNER} is empty: got no environment, expected one at least`);
  }
  environments.forEach((environment, i) => {
    const first = environments.findIndex(({ name }) => name === environment.name);
    if (first < i && typeof environment.name === 'string') {
      problems.add(
        Code.DUPLICATE,
        `'environments[${i}].name' of ${OWNER} is '${environment.name}', as environments[${first}] is: give each a name of its own, or one Application would be written over the other`,
      );
    }
    checkDestination(problems, OWNER, `environments[${i}].`, environment.server, environment.clusterName, 'clusterName');
  });
}

function spec(props: Omit<ArgoCdApplicationSetProps, 'objectMeta'>, name: string): object {
  const { environments, syncPolicy } = props;
  const byName = environments.some(({ clusterName }) => clusterName !== undefined);
  const automatedDiffers = environments.some(({ automated }) => automated !== undefined);
  const template = {
    metadata: { name: `${props.namePrefix ?? name}-{{.name}}`, finalizers: props.cascadingDelete ? [FINALIZER] : undefined },
    spec: {
      project: props.project ?? 'default',
      source: { repoURL: props.repoUrl, targetRevision: '{{.targetRevision}}', path: '{{.path}}' },
      // One of the two is empty where an environment has the other.
      destination: { ...(byName ? { name: '{{.clusterName}}' } : {}), server: '{{.server}}', namespace: '{{.namespace}}' },
      syncPolicy: syncPolicyJson(automatedDiffers ? { ...syncPolicy, automated: false } : syncPolicy),
      ignoreDifferences: props.ignoreDifferences,
    },
  };
  return {
    goTemplate: true,
    // A name that is misspelt in the template is an error, not `<no value>`.
    goTemplateOptions: ['missingkey=error'],
    generators: [
      {
        list: {
          elements: environments.map((environment) => ({
            name: environment.name,
            path: environment.path,
            targetRevision: environment.targetRevision ?? props.targetRevision ?? 'HEAD',
            ...(byName ? { clusterName: environment.clusterName ?? '' } : {}),
            server: environment.clusterName === undefined ? (environment.server ?? 'https://kubernetes.default.svc') : '',
            namespace: environment.namespace,
            ...(automatedDiffers ? { automated: environment.automated ?? syncPolicy?.automated ?? false } : {}),
          })),
        },
      },
    ],
    template,
    templatePatch: automatedDiffers ? automatedPatch(automatedJson(syncPolicy)) : undefined,
    syncPolicy:
      props.preserveResourcesOnDeletion === undefined ? undefined : { preserveResourcesOnDeletion: props.preserveResourcesOnDeletion },
  };
}

/** A Go template that makes a patch. An empty patch is written as one: of no text at all nobody says what it does. */
function automatedPatch({ prune, selfHeal }: { prune: boolean; selfHeal: boolean }): string {
  return [
    '{{- if .automated }}',
    'spec:',
    '  syncPolicy:',
    '    automated:',
    `      prune: ${prune}`,
    `      selfHeal: ${selfHeal}`,
    '{{- else }}',
    '{}',
    '{{- end }}',
    '',
  ].join('\n');
}
