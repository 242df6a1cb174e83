import { Code } from '../private/codes';
import { Fields } from '../private/fields';
import { Problems } from '../private/problems';
import { NAMESPACE, REPOSITORY_PATH } from './repository-path';

/**
 * Where Argo CD finds the manifests.
 */
export interface ArgoCdSource {
  /** The Git repository, as Argo CD reaches it. */
  readonly repoUrl: string;

  /**
   * The branch, tag or commit.
   *
   * @default 'HEAD'
   */
  readonly targetRevision?: string;

  /** The folder of the repository that holds the manifests, without a leading `/`. */
  readonly path: string;

  /**
   * The files of the folder that count, such as `shop-production.k8s.yaml`, or `{a,b}.yaml`. Not where the folder has a `kustomization.yaml`.
   *
   * @default - all files
   */
  readonly include?: string;

  /**
   * Whether the folders within the folder count too. Not where the folder has a `kustomization.yaml`.
   *
   * @default false
   */
  readonly recurse?: boolean;
}

/**
 * The cluster and the namespace that get the manifests.
 */
export interface ArgoCdDestination {
  /**
   * The API server of the cluster. Give this or `name`.
   *
   * @default 'https://kubernetes.default.svc', the cluster of Argo CD
   */
  readonly server?: string;

  /**
   * The name under which Argo CD knows the cluster. Give this or `server`.
   *
   * @default - found by `server`
   */
  readonly name?: string;

  /**
   * The namespace of the objects that name none.
   *
   * @default - none
   */
  readonly namespace?: string;
}

/**
 * How Argo CD applies.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 */
export interface ArgoCdSyncPolicy {
  /**
   * Whether Argo CD applies by itself what is new in the repository.
   *
   * @default false
   */
  readonly automated?: boolean;

  /**
   * Whether it removes from the cluster what the repository has no more. Only where it applies by itself.
   *
   * @default true
   */
  readonly prune?: boolean;

  /**
   * Whether it puts back what was changed in the cluster. Only where it applies by itself.
   *
   * @default true
   */
  readonly selfHeal?: boolean;

  /**
   * Whether it makes the namespace of the destination.
   *
   * @default true
   */
  readonly createNamespace?: boolean;

  /**
   * Whether the API server merges, not Argo CD: no annotation holds the whole object, and fields of others stay theirs.
   *
   * @default true
   */
  readonly serverSideApply?: boolean;

  /**
   * Further options, such as `PruneLast=true`.
   *
   * @default - none
   */
  readonly syncOptions?: string[];

  /**
   * How often a failed synchronization is tried again; -1 is for ever.
   *
   * @default - as Argo CD has it
   */
  readonly retryLimit?: number;
}

/**
 * A part of objects that others write, so that Argo CD should not compare it. It still writes it with each synchronization, unless the
 * `syncOptions` have `RespectIgnoreDifferences=true`.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/diffing/
 */
export interface ArgoCdIgnoredDifference {
  /**
   * The API group, such as `apps`.
   *
   * @default - the core group
   */
  readonly group?: string;

  /** The kind, such as `Deployment`. */
  readonly kind: string;

  /**
   * The name.
   *
   * @default - all of the kind
   */
  readonly name?: string;

  /**
   * The namespace.
   *
   * @default - all namespaces
   */
  readonly namespace?: string;

  /** The places in the object as JSON pointers, such as `/spec/replicas`. */
  readonly jsonPointers: string[];
}

const SOURCE: Fields = {
  repoUrl: { is: 'text', required: true, pattern: /^\S+$/, expected: `a repository, e.g. 'https://github.com/example/shop-deploy.git'` },
  targetRevision: { is: 'text', pattern: /^\S+$/, expected: `a branch, tag or commit, e.g. 'main'` },
  path: { ...REPOSITORY_PATH, required: true },
  include: { is: 'text', pattern: /./, expected: `a pattern of file names, e.g. 'shop-production.k8s.yaml'` },
  recurse: { is: 'boolean' },
};

const DESTINATION: Fields = {
  server: { is: 'text', pattern: /^https?:\/\/\S+$/, expected: `the URL of an API server, e.g. 'https://kubernetes.default.svc'` },
  name: { is: 'text', pattern: /./, expected: `the name of a cluster, e.g. 'in-cluster'` },
  namespace: NAMESPACE,
};

const SYNC_POLICY: Fields = {
  automated: { is: 'boolean' },
  prune: { is: 'boolean' },
  selfHeal: { is: 'boolean' },
  createNamespace: { is: 'boolean' },
  serverSideApply: { is: 'boolean' },
  syncOptions: { is: 'texts' },
  retryLimit: { is: 'integer', min: -1 },
};

const IGNORED: Fields = {
  group: { is: 'text' },
  kind: { is: 'text', required: true, example: 'Deployment' },
  name: { is: 'text' },
  namespace: NAMESPACE,
  jsonPointers: { is: 'texts', required: true, expected: `a list of JSON pointers, e.g. ['/spec/replicas']` },
};

/** What an Application and an ApplicationSet have in common. */
export const ARGO_CD_FIELDS = {
  source: { is: 'object', required: true, fields: SOURCE },
  destination: { is: 'object', fields: DESTINATION },
  project: { is: 'text', pattern: /^\S+$/, expected: `a project of Argo CD, e.g. 'default'` },
  syncPolicy: { is: 'object', fields: SYNC_POLICY },
  ignoreDifferences: { is: 'objects', fields: IGNORED },
  cascadingDelete: { is: 'boolean' },
} as const satisfies Fields;

/** Reports what single fields do not show. */
export function checkSyncPolicy(problems: Problems, owner: string, policy: ArgoCdSyncPolicy | undefined, someAutomated: boolean): void {
  for (const name of ['prune', 'selfHeal'] as const) {
    if (policy?.[name] !== undefined && !someAutomated) {
      problems.add(
        Code.CONFLICT,
        `'syncPolicy.${name}' of ${owner} needs 'syncPolicy.automated': got ${name} alone, which Argo CD does not look at; write automated: true, or leave ${name} out`,
      );
    }
  }
  (Array.isArray(policy?.syncOptions) ? policy.syncOptions : []).forEach((option, i) => {
    if (typeof option !== 'string') {
      return;
    }
    const own = ({ CreateNamespace: 'createNamespace', ServerSideApply: 'serverSideApply' } as const)[option.split('=')[0]];
    if (own !== undefined) {
      problems.add(
        Code.CONFLICT,
        `'syncPolicy.syncOptions[${i}]' of ${owner} is '${option}', which is a property of its own: write ${own}: ${option.endsWith('=true')}`,
      );
    } else if (!/^[A-Za-z]+=\S+$/.test(option)) {
      problems.add(
        Code.MALFORMED,
        `'syncPolicy.syncOptions[${i}]' of ${owner} must be Option=value, e.g. 'PruneLast=true': got '${option}'`,
      );
    }
  });
}

/** Reports a cluster that is named twice. */
export function checkDestination(problems: Problems, owner: string, at: string, server: unknown, name: unknown, nameOfName: string): void {
  if (server !== undefined && name !== undefined) {
    problems.add(
      Code.CONFLICT,
      `'${at}server' and '${at}${nameOfName}' of ${owner} name one cluster twice, which Argo CD refuses: leave one of them out`,
    );
  }
}

/** The `source` of an Application. */
export function sourceJson({ repoUrl, targetRevision, path, include, recurse }: ArgoCdSource): object {
  return {
    repoURL: repoUrl,
    targetRevision: targetRevision ?? 'HEAD',
    path,
    directory: include === undefined && recurse === undefined ? undefined : { include, recurse },
  };
}

/** The `syncPolicy.automated` of an Application that Argo CD applies by itself. */
export function automatedJson(policy: ArgoCdSyncPolicy | undefined): { prune: boolean; selfHeal: boolean } {
  return { prune: policy?.prune ?? true, selfHeal: policy?.selfHeal ?? true };
}

/** The `syncPolicy` of an Application. */
export function syncPolicyJson(policy: ArgoCdSyncPolicy | undefined): object | undefined {
  const syncOptions = [
    ...((policy?.createNamespace ?? true) ? ['CreateNamespace=true'] : []),
    ...((policy?.serverSideApply ?? true) ? ['ServerSideApply=true'] : []),
    ...(policy?.syncOptions ?? []),
  ];
  const json = {
    automated: policy?.automated ? automatedJson(policy) : undefined,
    syncOptions: syncOptions.length > 0 ? syncOptions : undefined,
    retry: policy?.retryLimit === undefined ? undefined : { limit: policy.retryLimit },
  };
  return Object.values(json).some((value) => value !== undefined) ? json : undefined;
}

/** What has Argo CD remove the objects of an Application together with it. */
export const FINALIZER = 'resources-finalizer.argocd.argoproj.io';
