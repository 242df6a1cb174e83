import { at, Mapping, text } from '../read';

/** Dapr's kinds, and the apiVersions that the API server serves of each, the newest first. */
export const DAPR_KINDS: { readonly [kind: string]: readonly string[] } = {
  Component: ['dapr.io/v1alpha1'],
  Configuration: ['dapr.io/v1alpha1'],
  Subscription: ['dapr.io/v2alpha1', 'dapr.io/v1alpha1'],
  Resiliency: ['dapr.io/v1alpha1'],
  HTTPEndpoint: ['dapr.io/v1alpha1'],
  MCPServer: ['dapr.io/v1alpha1'],
  WorkflowAccessPolicy: ['dapr.io/v1alpha1'],
};

const BY_LOWER_CASE = new Map(Object.keys(DAPR_KINDS).map((kind) => [kind.toLowerCase(), kind]));

/** A component type begins with one of these: so a Component is known that names another group by mistake. */
const TYPE = /^(bindings|configuration|conversation|crypto|lock|middleware|nameresolution|pubsub|secretstores|state)\.\w/;

/**
 * The Dapr kind that an object is, or is meant to be: a wrong version or group of Dapr still counts, another project's Component or
 * Configuration does not.
 */
export function daprKindOf(kind: string, apiVersion: string, body: Mapping): string | undefined {
  const meant = Object.hasOwn(DAPR_KINDS, kind) ? kind : BY_LOWER_CASE.get(kind.toLowerCase());
  if (meant === undefined || apiVersion.startsWith('dapr.io/') || /^dapr(\.io)?([./]|$)/i.test(apiVersion)) {
    return meant;
  }
  return meant === 'Component' && TYPE.test(text(at(body, 'spec', 'type')) ?? '') ? meant : undefined;
}
