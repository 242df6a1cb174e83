/** What an annotation becomes in a pod, and the words in which the table of arrivals says so. */
import { SidecarOptions } from '../../../src';
import { Manifest } from './objects';
import { Changes } from './sidecar-facts';

/** A pod that asks for a sidecar. */
export interface Asking {
  readonly annotations: { readonly [name: string]: string };
  /** Its containers and volumes, before the injector saw them. */
  readonly containers: readonly Manifest[];
  readonly volumes?: readonly Manifest[];
}

/** What the text of an annotation changes in the pod. */
export type Effect = (text: string, pod: Asking) => Changes;

export interface Arrival {
  readonly effect: Effect;
  /** A text that is not the default. */
  readonly text: string;
  /** The typed options that must write exactly this text; where there are none, the library does not offer the annotation. */
  readonly options?: SidecarOptions;
  /** Options without which Dapr does not look at it, so that both pods that are compared have them. */
  readonly beside?: SidecarOptions;
  /** Who reads it where nothing of the pod changes. */
  readonly readBy?: 'operator' | 'nobody';
}

export const flag =
  (name: string): Effect =>
  (text) => ({ [`arg --${name}`]: text });

/** A flag without a value, which is there or not. */
export const alone =
  (name: string): Effect =>
  (text) => ({ [`arg --${name}`]: text === 'true' ? 'alone' : undefined });

export const request =
  (name: 'cpu' | 'memory'): Effect =>
  (text) => ({ [`requests ${name}`]: text });

/** Kubernetes takes the limit for the request where there is none. */
export const limit =
  (name: 'cpu' | 'memory'): Effect =>
  (text, { annotations }) => ({
    [`limits ${name}`]: text,
    ...(annotations[`dapr.io/sidecar-${name}-request`] === undefined ? { [`requests ${name}`]: text } : {}),
  });

export const probe =
  (kind: 'livenessProbe' | 'readinessProbe', field: string): Effect =>
  (text) => ({ [`${kind} ${field}`]: text });

export const port =
  (name: string): Effect =>
  (text) => ({ [`port ${name}`]: `${text}/TCP` });

/** A variable of the sidecar that is the key `token` of a Secret. */
export const token =
  (variable: string): Effect =>
  (text) => ({ [`env ${variable}`]: `secret ${text} token` });

/** A variable of the application's containers; one that they have themselves stays. */
export const toApplications =
  (variable: string): Effect =>
  (text, { annotations, containers }) => {
    const told = containers.filter(({ name, env = [] }) => !isPluggable(name, annotations) && !env.some(named(variable)));
    return Object.fromEntries(told.map(({ name }) => [`container ${name} env ${variable}`, text]));
  };

/** A flag that counts only while the application's health is checked. */
export const ofHealth =
  (name: string): Effect =>
  (text, pod) =>
    pod.annotations['dapr.io/enable-app-health-check'] === 'true' ? flag(name)(text, pod) : {};

export const all =
  (...effects: Effect[]): Effect =>
  (text, pod) =>
    Object.assign({}, ...effects.map((effect) => effect(text, pod)));

/** The same change, whatever the text. */
export const always =
  (changes: Changes): Effect =>
  () =>
    changes;

/** Delve in place of the sidecar, which it starts. */
export const underDebugger: Effect = (_, { annotations }) => {
  if (annotations['dapr.io/enable-debug'] !== 'true') {
    return {};
  }
  const at = annotations['dapr.io/debug-port'] ?? '40000';
  return {
    program: `/dlv --listen :${at} --accept-multiclient --headless=true --log --api-version=2 exec /daprd --`,
    'port dapr-debug': `${at}/TCP`,
  };
};

/** Variables, and the list of those that components may read. */
export const variables =
  (valueOf: (text: string) => string): Effect =>
  (text, { annotations }) => {
    const texts = ['dapr.io/env', 'dapr.io/env-from-secret'].flatMap((name) => annotations[name] ?? []);
    const names = texts.flatMap((one) => pairs(one).map(([name]) => name));
    const values = pairs(text).map(([name, value]) => [`env ${name}`, valueOf(value)]);
    return { ...Object.fromEntries(values), 'env DAPR_ENV_KEYS': names.join(' ') };
  };

/** `A=1,B=2,3` is A and B: a comma parts only what has a name after it. */
function pairs(text: string): [string, string][] {
  return text.split(/,(?=[A-Za-z_]\w*=)/).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]);
}

/** `name`, or `name:key`. */
export function secretOf(text: string): string {
  const [name, key = name] = text.split(':');
  return `secret ${name} ${key}`;
}

/** Volumes that the sidecar mounts; those that the pod does not have are left out. */
export const mounts =
  (mode: '' | ' read-only'): Effect =>
  (text, { volumes = [] }) => {
    const wanted = text.split(',').map((pair) => pair.split(':'));
    return Object.fromEntries(wanted.filter(([name]) => volumes.some(named(name))).map(([name, path]) => [`mount ${name}`, path + mode]));
  };

/** The folder of the sidecar's own socket. */
export const ownSocket: Effect = (text, { annotations, containers }) => ({
  'arg --unix-domain-socket': '/var/run/dapr-sockets',
  'volume dapr-unix-domain-socket': '{"emptyDir":{"medium":"Memory"}}',
  'mount dapr-unix-domain-socket': '/var/run/dapr-sockets',
  ...Object.fromEntries(
    containers
      .filter(({ name }) => !isPluggable(name, annotations))
      .map(({ name }) => [`container ${name} mount dapr-unix-domain-socket`, text]),
  ),
});

/** The folder in which the sidecar finds the sockets of these containers. */
export function socketsOf(components: readonly string[], { annotations }: Asking): Changes {
  const folder = annotations['dapr.io/pluggable-components-sockets-folder'] ?? '/tmp/dapr-components-sockets';
  const places = ['', ...components.map((name) => `container ${name} `)];
  return {
    'volume dapr-components-unix-domain-socket': '{"emptyDir":{}}',
    ...Object.fromEntries(places.map((place) => [`${place}mount dapr-components-unix-domain-socket`, folder])),
    ...Object.fromEntries(places.map((place) => [`${place}env DAPR_COMPONENT_SOCKETS_FOLDER`, folder])),
  };
}

/** Containers of the pod that are components, and no applications. */
export const pluggable: Effect = (_, pod) => {
  const names = pod.containers.map(({ name }) => name).filter((name) => isPluggable(name, pod.annotations));
  const notTold = names.flatMap((name) =>
    ['DAPR_HTTP_PORT', 'DAPR_GRPC_PORT', 'APP_PROTOCOL'].map((variable) => `container ${name} env ${variable}`),
  );
  return { ...Object.fromEntries(notTold.map((fact) => [fact, undefined])), ...(names.length > 0 ? socketsOf(names, pod) : {}) };
};

function isPluggable(name: string, annotations: Asking['annotations']): boolean {
  return (annotations['dapr.io/pluggable-components'] ?? '').split(',').includes(name);
}

function named(name: string): (one: Manifest) => boolean {
  return (one) => one.name === name;
}
