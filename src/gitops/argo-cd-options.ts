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
