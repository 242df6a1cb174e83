import { ApiObjectProps, Duration } from 'cdk8s';
import { goDuration } from '../private/go-duration';
import type { ControlPlane } from './control-plane';
import { valuesThatRestartOperator } from './operator-restart';
import { selfManaged } from './self-managed';

/**
 * How Flux installs the control plane.
 *
 * @see https://fluxcd.io/flux/components/helm/helmreleases/
 */
export interface FluxReleaseOptions {
  /**
   * The name of the `HelmRepository` and the `HelmRelease`.
   *
   * @default - the name of the release
   */
  readonly name?: string;

  /**
   * The namespace of the two objects, which must exist. Dapr's own is made where it is another one.
   *
   * @default 'flux-system'
   */
  readonly namespace?: string;

  /**
   * How often Flux compares the release with the cluster.
   *
   * @default Duration.minutes(30)
   */
  readonly interval?: Duration;

  /**
   * Whether Flux puts back what was changed in the cluster, but for what Dapr itself writes.
   *
   * @default false
   */
  readonly correctDrift?: boolean;
}

/** The HelmRepository, as an object. */
export function fluxRepository(plane: ControlPlane, options: FluxReleaseOptions): ApiObjectProps {
  const isOci = plane.repository.startsWith('oci://');
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: place(plane, options),
    spec: { ...(isOci ? { type: 'oci' } : {}), url: plane.repository, interval: '1h' },
  } as ApiObjectProps;
}

/** The HelmRelease, as an object. */
export function fluxRelease(plane: ControlPlane, options: FluxReleaseOptions): ApiObjectProps {
  const metadata = place(plane, options);
  const values = valuesThatRestartOperator(plane);
  const ignore = selfManaged(values).map(({ kind, name, pointers }) => ({ paths: [...pointers], target: { kind, name } }));
  const spec = {
    interval: goDuration(options.interval ?? Duration.minutes(30)),
    releaseName: plane.releaseName,
    targetNamespace: plane.namespace,
    // Where `helm list` looks for it.
    storageNamespace: plane.namespace,
    chart: { spec: { chart: 'dapr', version: plane.version, sourceRef: { kind: 'HelmRepository', name: metadata.name } } },
    // Helm by itself never upgrades the CRDs of a chart: new fields would be dropped after an upgrade.
    install: { crds: 'CreateReplace', createNamespace: true, remediation: { retries: 3 } },
    upgrade: { crds: 'CreateReplace', remediation: { retries: 3 } },
    ...(options.correctDrift ? { driftDetection: { mode: 'enabled', ignore } } : {}),
    values,
  };
  return { apiVersion: 'helm.toolkit.fluxcd.io/v2', kind: 'HelmRelease', metadata, spec } as ApiObjectProps;
}

function place(plane: ControlPlane, options: FluxReleaseOptions): { name: string; namespace: string } {
  return { name: options.name ?? plane.releaseName, namespace: options.namespace ?? 'flux-system' };
}
