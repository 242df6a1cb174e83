import { HelmProps } from 'cdk8s';
import type { ControlPlane } from './control-plane';

/**
 * How the objects of the chart are rendered.
 */
export interface HelmObjectsOptions {
  /**
   * The folder or archive of the chart, so that nothing is fetched. Its version is not compared.
   *
   * @default - the chart is fetched from the repository
   */
  readonly chart?: string;

  /**
   * The helm that renders.
   *
   * @default 'helm'
   */
  readonly helmExecutable?: string;

  /**
   * Whether the CRDs are rendered too.
   *
   * @default true
   */
  readonly includeCrds?: boolean;
}

/** What cdk8s's own construct is told. */
export function helmProps(plane: ControlPlane, options: HelmObjectsOptions): HelmProps {
  const isOci = plane.repository.startsWith('oci://');
  const fetched = isOci
    ? { chart: `${plane.repository.replace(/\/+$/, '')}/dapr`, version: plane.version }
    : { chart: 'dapr', repo: plane.repository, version: plane.version };
  return {
    ...(options.chart === undefined ? fetched : { chart: options.chart }),
    releaseName: plane.releaseName,
    namespace: plane.namespace,
    values: plane.toValues(),
    ...(options.helmExecutable === undefined ? {} : { helmExecutable: options.helmExecutable }),
    helmFlags: (options.includeCrds ?? true) ? ['--include-crds'] : [],
  };
}
