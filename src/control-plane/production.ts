import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { SeccompProfileType } from '../generated/sidecar-options';
import { CONTROL_PLANE_VALUES } from '../generated/control-plane-tables';
import { copied } from '../private/copied';
import type { ControlPlaneProps } from './control-plane';
import { at, put } from './values';

/** Requests, and a limit for the processor only: at a memory limit, Kubernetes kills the pod. */
const resources = (cpu: number, memory: number): kplus.ContainerResources => ({
  cpu: { request: kplus.Cpu.millis(cpu), limit: kplus.Cpu.units(1) },
  memory: { request: Size.mebibytes(memory) },
});

/**
 * What `ControlPlane.production` sets, by the paths of the options. The resources are those of Dapr's guidelines for production, and for the
 * scheduler, which they leave out, what etcd needs to be at ease. Made when asked for: cdk8s-plus-27 is loaded for them.
 */
const choices = (): { readonly [option: string]: unknown } => ({
  highAvailability: true,
  logAsJson: true,
  priorityClassName: 'system-cluster-critical',
  seccompProfile: SeccompProfileType.RUNTIME_DEFAULT,
  'mtls.enabled': true,
  'rbac.secretReader': false,
  'operator.watchInterval': '2m',
  'operator.resources': resources(100, 100),
  'placement.resources': resources(250, 75),
  'scheduler.storageSize': Size.gibibytes(16),
  'scheduler.resources': resources(250, 512),
  'sentry.resources': resources(100, 30),
  'injector.sidecarDropAllCapabilities': true,
  'injector.sidecarReadOnlyRootFilesystem': true,
  'injector.sidecarRunAsNonRoot': true,
  'injector.resources': resources(100, 30),
});

/** The props on top of the preset: what they give, by its own name or the chart's, comes first. */
export function production(props: ControlPlaneProps): ControlPlaneProps {
  const merged = copied(props ?? {}) as any;
  for (const [option, value] of Object.entries(choices())) {
    if ((at(props, option) ?? at(props?.values, CONTROL_PLANE_VALUES[option].key)) === undefined && canHold(merged, option)) {
      put(merged, option, value);
    }
  }
  return merged;
}

/** Whether the groups on the way are objects: what else a program without types gives is reported as it is. */
function canHold(root: unknown, option: string): boolean {
  const [group, name] = option.split('.');
  const inside = at(root, group);
  return name === undefined || inside === undefined || (typeof inside === 'object' && !Array.isArray(inside));
}
