import { ApiObjectProps } from 'cdk8s';
import type { ControlPlane } from './control-plane';
import { selfManaged } from './self-managed';

/**
 * How Argo CD installs the control plane.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/
 */
export interface ArgoCdApplicationOptions {
  /**
   * The name of the Application.
   *
   * @default - the name of the release
   */
  readonly name?: string;

  /**
   * The namespace that Argo CD looks for Applications in.
   *
   * @default 'argocd'
   */
  readonly namespace?: string;

  /**
   * The project of Argo CD.
   *
   * @default 'default'
   */
  readonly project?: string;

  /**
   * The API server of the cluster that gets Dapr.
   *
   * @default 'https://kubernetes.default.svc'
   */
  readonly server?: string;

  /**
   * Whether Argo CD synchronizes by itself, removes what is gone and puts back what was changed.
   *
   * @default false
   */
  readonly automated?: boolean;

  /**
   * Annotations of the Application, such as its sync wave.
   *
   * @default - none
   */
  readonly annotations?: { [name: string]: string };
}

/** The Application, as an object. */
export function argoCdApplication(plane: ControlPlane, options: ArgoCdApplicationOptions): ApiObjectProps {
  const values = plane.toValues();
  const ignoreDifferences = selfManaged(values).map(({ namespaced, pointers, ...object }) => ({
    ...object,
    ...(namespaced ? { namespace: plane.namespace } : {}),
    jsonPointers: [...pointers],
  }));
  const spec = {
    project: options.project ?? 'default',
    source: {
      // Argo CD names an OCI registry without its scheme.
      repoURL: plane.repository.replace(/^oci:\/\//, ''),
      chart: 'dapr',
      targetRevision: plane.version,
      helm: { releaseName: plane.releaseName, valuesObject: values },
    },
    destination: { server: options.server ?? 'https://kubernetes.default.svc', namespace: plane.namespace },
    ignoreDifferences,
    syncPolicy: {
      ...(options.automated ? { automated: { prune: true, selfHeal: true } } : {}),
      // The CRDs are too large for client-side apply; the differences must be respected by a synchronization too, not only be hidden.
      syncOptions: ['CreateNamespace=true', 'ServerSideApply=true', 'RespectIgnoreDifferences=true'],
    },
  };
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: options.name ?? plane.releaseName,
      namespace: options.namespace ?? 'argocd',
      ...(options.annotations === undefined ? {} : { annotations: { ...options.annotations } }),
    },
    spec,
  } as ApiObjectProps;
}
