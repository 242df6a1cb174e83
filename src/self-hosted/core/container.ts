import { containersOf, Workload } from '../../rules/model/workload';
import type { Manifest } from '../../rules/model/manifest';
import { at, list, Mapping, mapping, text } from '../../rules/read';
import type { Draft } from './draft';
import type { Hosts } from './hosts';
import type { Secrets } from './secrets';

/** What an application is started with. */
export interface AppContainer {
  /** The command and its arguments, as far as the manifest says them. */
  readonly command: readonly string[];
  readonly env: { readonly [name: string]: string };
}

export interface ContainerSurroundings {
  readonly draft: Draft;
  readonly hosts: Hosts;
  readonly secrets: Secrets;
  readonly configMaps: ReadonlyMap<string, Manifest>;
}

/** The container that the sidecar calls, or the first one. */
export function appContainer(workload: Workload, appId: string, port: number | undefined, around: ContainerSurroundings): AppContainer {
  const containers = containersOf(workload)
    .filter(({ path }) => path.at(-2) === 'containers')
    .map(({ container }) => container)
    .filter(({ name }) => name !== 'daprd');
  const container = containers.find((one) => list(one.ports).some((item) => at(item, 'containerPort') === port)) ?? containers[0] ?? {};
  if (containers.length > 1) {
    const others = containers.filter((one) => one !== container).map((one) => `'${text(one.name) ?? ''}'`);
    around.draft.note(`The pod of '${appId}' has more containers, which are not started: ${others.join(', ')}.`);
  }
  const env = environmentOf(container, workload, appId, around);
  const words = [...list(container.command), ...list(container.args)].filter((word) => typeof word === 'string');
  return { command: list(container.command).length === 0 ? [] : words.map((word) => expanded(word, env)), env };
}

function environmentOf(container: Mapping, workload: Workload, appId: string, around: ContainerSurroundings): { [name: string]: string } {
  const { draft, hosts, secrets, configMaps } = around;
  const env: { [name: string]: string } = {};
  for (const from of list(container.envFrom)) {
    const prefix = text(at(from, 'prefix')) ?? '';
    const map = text(at(from, 'configMapRef', 'name'));
    const secret = text(at(from, 'secretRef', 'name'));
    if (map !== undefined) {
      const data = mapping(configMaps.get(map)?.body.data);
      Object.entries(data).forEach(([key, value]) => (env[prefix + key] = String(value)));
      if (!configMaps.has(map)) {
        draft.note(
          `'${appId}' has its environment from the ConfigMap '${map}', which is not among the manifests: give its variables with env.`,
        );
      }
    } else if (secret !== undefined) {
      const keys = secrets.keysOf(secret);
      keys.forEach((key) => secrets.variable(prefix + key, { name: secret, key }));
      if (keys.length === 0) {
        draft.note(
          `'${appId}' has its environment from the Secret '${secret}', which is not among the manifests: set its variables yourself.`,
        );
      }
    }
  }
  for (const item of list(container.env)) {
    const name = text(at(item, 'name'));
    if (name === undefined) {
      continue;
    }
    const value = at(item, 'value');
    const source = mapping(at(item, 'valueFrom'));
    const { secretKeyRef, configMapKeyRef, fieldRef } = source;
    const secret = text(at(secretKeyRef, 'name'));
    const map = text(at(configMapKeyRef, 'name'));
    const field = text(at(fieldRef, 'fieldPath'));
    const found = map === undefined ? undefined : at(configMaps.get(map)?.body, 'data', text(at(configMapKeyRef, 'key')) ?? '');
    if (Object.keys(source).length === 0) {
      env[name] = expanded(String(value ?? ''), env);
    } else if (secret !== undefined) {
      secrets.variable(name, { name: secret, key: text(at(secretKeyRef, 'key')) ?? '' });
    } else if (found !== undefined) {
      env[name] = String(found);
    } else if (field !== undefined && fieldValue(field, workload) !== undefined) {
      env[name] = fieldValue(field, workload)!;
    } else {
      draft.note(`'${name}' of '${appId}' has its value from the cluster: give it one with env.`);
    }
  }
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, hosts.in(value, name, `'${name}' of '${appId}'`)]));
}

/** What a pod says of itself, where one machine has an answer. */
function fieldValue(field: string, { namespace, name }: Workload): string | undefined {
  const fields: { readonly [field: string]: string | undefined } = {
    'metadata.name': name,
    'metadata.namespace': namespace ?? 'default',
    'status.podIP': '127.0.0.1',
    'status.hostIP': '127.0.0.1',
  };
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** `$(NAME)` of an earlier variable, as Kubernetes replaces it; `$$` is a dollar. */
function expanded(value: string, env: { readonly [name: string]: string }): string {
  return value.replace(/\$\$|\$\(([^)]+)\)/g, (all, name?: string) =>
    name === undefined ? '$' : Object.hasOwn(env, name) ? env[name] : all,
  );
}
