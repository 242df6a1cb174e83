/** When an object is applied: what others need to work comes first. */
export enum Stage {
  /** Holds what follows. */
  NAMESPACE = 'namespace',
  /** What pods and sidecars read, and the right to read it. */
  GROUND = 'ground',
  /** What a sidecar loads when it starts. */
  DAPR = 'dapr',
  /** Whatever starts pods, and all that is not known here. */
  WORKLOAD = 'workload',
}

/** The stages in the order in which they are applied. */
export const STAGES: readonly Stage[] = [Stage.NAMESPACE, Stage.GROUND, Stage.DAPR, Stage.WORKLOAD];

const GROUND: readonly string[] = [
  'apiextensions.k8s.io/CustomResourceDefinition',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/StorageClass',
  '/ServiceAccount',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'rbac.authorization.k8s.io/Role',
  'rbac.authorization.k8s.io/RoleBinding',
  '/ResourceQuota',
  '/LimitRange',
  'networking.k8s.io/NetworkPolicy',
  '/Secret',
  '/ConfigMap',
  '/PersistentVolume',
  '/PersistentVolumeClaim',
  // Whatever makes Secrets: their controllers report when the Secret is there.
  'external-secrets.io/ExternalSecret',
  'external-secrets.io/SecretStore',
  'bitnami.com/SealedSecret',
  'cert-manager.io/Issuer',
  'cert-manager.io/Certificate',
];

/** The stage of a manifest, by its API group and kind alone. */
export function stageOf(apiVersion: string, kind: string): Stage {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  if (group === '' && kind === 'Namespace') {
    return Stage.NAMESPACE;
  }
  if (group === 'dapr.io') {
    return Stage.DAPR;
  }
  return GROUND.includes(`${group}/${kind}`) ? Stage.GROUND : Stage.WORKLOAD;
}
