import { grouped } from '../grouped';
import { Manifest, mayShareNamespace } from '../model/manifest';
import type { Model } from '../model/model';
import { Resource } from '../model/resource';
import { App, annotation } from '../model/workload';
import { once } from '../once';

const byConfiguration = once((model: Model) => grouped(model.apps, configurationOf));

/** The applications whose sidecars read a Configuration: on Kubernetes the pod names it, self-hosted nothing tells. */
export function usersOf(model: Model, { name, namespace }: Pick<Resource, 'name' | 'namespace'>): readonly App[] {
  return (byConfiguration(model).get(name) ?? []).filter((app) => mayShareNamespace(app, { namespace }));
}

/** The name in `dapr.io/config`. */
export function configurationOf({ workload }: App): string | undefined {
  return workload === undefined ? undefined : annotation(workload.annotations, 'dapr.io/config');
}

/** What the applications that use a Configuration speak: nothing where nobody uses it, or not all speak the same. */
export function protocolOf(users: readonly App[]): 'http' | 'grpc' | undefined {
  const protocols = new Set(users.map(protocolOfApp));
  const [only] = protocols;
  return protocols.size === 1 ? only : undefined;
}

function protocolOfApp({ workload }: App): 'http' | 'grpc' | undefined {
  if (workload === undefined) {
    return undefined;
  }
  const protocol = annotation(workload.annotations, 'dapr.io/app-protocol') ?? 'http';
  return /^grpcs?$/i.test(protocol) ? 'grpc' : /^(https?|h2c)$/i.test(protocol) ? 'http' : undefined;
}

/** The Configuration that the control plane reads. */
export const CONTROL_PLANE = 'daprsystem';

/** Whether a Configuration is the control plane's, as far as the objects tell. */
export function isOfControlPlane(
  model: Model,
  configuration: { readonly manifest: Manifest; readonly name: string; readonly namespace?: string },
): boolean {
  return (
    configuration.name === CONTROL_PLANE && usersOf(model, { name: configuration.name, namespace: configuration.namespace }).length === 0
  );
}
