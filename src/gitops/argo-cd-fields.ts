import { Code } from '../private/codes';
import { Fields } from '../private/fields';
import { Problems } from '../private/problems';
import { ArgoCdSource, ArgoCdSyncPolicy } from './argo-cd-options';
import { NAMESPACE, REPOSITORY_PATH } from './repository-path';

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
