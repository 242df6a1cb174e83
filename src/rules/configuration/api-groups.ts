/** The groups of the two APIs of a sidecar, and the versions of each. */

const V1 = ['v1'];
const ALPHA = ['v1alpha1'];
const STABLE = ['v1', 'v1alpha1'];

const BOTH = {
  invoke: V1,
  state: STABLE,
  publish: STABLE,
  bindings: V1,
  secrets: V1,
  metadata: V1,
  configuration: STABLE,
  lock: ALPHA,
  unlock: ALPHA,
  crypto: ALPHA,
  subtlecrypto: ALPHA,
  jobs: STABLE,
  shutdown: V1,
  conversation: ['v1alpha1', 'v1alpha2'],
};

/** pkg/api/http/endpoints/endpointgroup.go */
export const HTTP_GROUPS: Groups = { ...BOTH, actors: V1, workflows: ['v1', 'v1alpha1', 'v1beta1'], healthz: V1 };

/** pkg/api/grpc/endpoints.go */
export const GRPC_GROUPS: Groups = { ...BOTH, actors: STABLE, workflows: ['v1alpha1', 'v1beta1'], subscribe: ALPHA };

/** Groups of 1.19 whose spelling is not certain. */
export const NEW_GROUPS: { readonly since: string; readonly names: readonly string[] } = {
  since: '1.19',
  names: ['binarystore', 'search', 'vector'],
};

export interface Groups {
  readonly [name: string]: readonly string[];
}

/** Whether a rule for HTTP fits anything: the group itself, or the beginning of a route, as older Dapr compared. */
export function fitsHttp(name: string, version: string): boolean {
  const key = `${version}/${name}`;
  return isGroup(HTTP_GROUPS, name, version) || ROUTES.some((route) => route.startsWith(key));
}

export function isGroup(groups: Groups, name: string, version: string): boolean {
  return Object.hasOwn(groups, name) && groups[name].includes(version);
}

const routes = (version: string, paths: string): string[] =>
  paths
    .trim()
    .split(/\s+/)
    .map((path) => `${version}/${path}`);

const WORKFLOWS = `
workflows/{workflowComponent}/{instanceID} workflows/{workflowComponent}/{instanceID}/raiseEvent/{eventName}
workflows/{workflowComponent}/{workflowName}/start workflows/{workflowComponent}/{instanceID}/pause
workflows/{workflowComponent}/{instanceID}/resume workflows/{workflowComponent}/{instanceID}/terminate
workflows/{workflowComponent}/{instanceID}/purge`;
const CONFIGURATION = `
configuration/{storeName} configuration/{storeName}/subscribe configuration/{storeName}/{configurationSubscribeID}/unsubscribe`;

/** The routes as the sidecar registers them, placeholders and all. */
const ROUTES: readonly string[] = [
  ...routes(
    'v1.0',
    `actors/{actorType}/{actorId}/state actors/{actorType}/{actorId}/method/{method} actors/{actorType}/{actorId}/state/{key}
     actors/{actorType}/{actorId}/reminders/{name} actors/{actorType}/{actorId}/timers/{name} invoke/* healthz healthz/outbound
     state/{storeName} state/{storeName}/{key} state/{storeName}/bulk state/{storeName}/transaction publish/{pubsubname}/*
     publish/bulk/{pubsubname}/* bindings/{name} jobs/{name} metadata metadata/{key} secrets/{secretStoreName}/bulk
     secrets/{secretStoreName}/{key} shutdown ${CONFIGURATION} ${WORKFLOWS}`,
  ),
  ...routes(
    'v1.0-alpha1',
    `state/{storeName}/query publish/bulk/{pubsubname}/* conversation/{name}/converse crypto/{name}/encrypt crypto/{name}/decrypt
     jobs/{name} lock/{storeName} unlock/{storeName} subtlecrypto/{name}/getkey subtlecrypto/{name}/encrypt subtlecrypto/{name}/decrypt
     subtlecrypto/{name}/wrapkey subtlecrypto/{name}/unwrapkey subtlecrypto/{name}/sign subtlecrypto/{name}/verify
     ${CONFIGURATION} ${WORKFLOWS}`,
  ),
  ...routes('v1.0-alpha2', 'conversation/{name}/converse'),
  ...routes('v1.0-beta1', WORKFLOWS),
];
