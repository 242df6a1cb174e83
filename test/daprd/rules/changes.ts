/** What is put in place of what an example leaves out or makes up. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resource } from './given';
import type { Scene } from './scene';

/** Changes the objects of an example in place. */
export type Change = (objects: Resource[], scene: Scene) => void;

/** A component with texts as its settings. */
export function component(name: string, type: string, settings: Record<string, string> = {}, rest: Resource = {}): Resource {
  const metadata = Object.entries(settings).map(([key, value]) => ({ name: key, value }));
  return { apiVersion: 'dapr.io/v1alpha1', kind: 'Component', metadata: { name }, spec: { type, version: 'v1', metadata }, ...rest };
}

/** Beside the objects of the example. */
export function beside(...more: readonly Resource[]): Change {
  return (objects) => void objects.push(...(JSON.parse(JSON.stringify(more)) as Resource[]));
}

/** An in-memory broker for what an example publishes or subscribes to. */
export function broker(...names: string[]): Change {
  return beside(...names.map((name) => component(name, 'pubsub.in-memory')));
}

/** A subscription, for a message that an example sends to be seen. */
export function subscription(pubsubname: string, topic: string, rest: Resource = {}): Resource {
  return {
    apiVersion: 'dapr.io/v2alpha1',
    kind: 'Subscription',
    metadata: { name: `${pubsubname}-${topic}`.toLowerCase() },
    spec: { pubsubname, topic, routes: { default: `/${topic}` } },
    ...rest,
  };
}

/** Redis components of the example talk to the server that runs. */
export const realRedis: Change = (objects, { redis }) => {
  for (const one of objects.filter(({ spec }) => spec?.type?.endsWith('.redis'))) {
    put(one, 'redisHost', redis.address);
    put(one, 'redisPassword', redis.password);
  }
};

/** A secret store of that name, with these secrets. */
export function secrets(name: string, values: Record<string, unknown>, settings: Record<string, string> = {}): Change {
  return (objects, { folder }) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(values));
    objects.unshift(component(name, 'secretstores.local.file', { secretsFile: file, ...settings }));
  };
}

/** The first component keeps these settings only: of several mistakes daprd tells the first. */
export function keeping(...keys: string[]): Change {
  return ([first]) => {
    first.spec.metadata = first.spec.metadata.filter(({ name }: Resource) => keys.includes(name));
  };
}

/** A setting of the component of that name, or of the first, as text or made of the scene. */
export function setting(key: string, value: string | ((scene: Scene) => string), of?: string): Change {
  return (objects, scene) => {
    const one = objects.find(({ kind, metadata }) => kind === 'Component' && (of === undefined || metadata.name === of))!;
    put(one, key, typeof value === 'string' ? value : value(scene));
  };
}

/** State stores of the example keep their state in files of their names, where one can look at it. */
export function inFile(...names: string[]): Change {
  return (objects, { folder }) => {
    for (const one of objects.filter(({ metadata }) => names.includes(metadata.name))) {
      one.spec.type = 'state.sqlite';
      put(one, 'connectionString', join(folder, `${one.metadata.name}.db`));
    }
  };
}

function put({ spec }: Resource, key: string, value: string): void {
  spec.metadata = [...(spec.metadata ?? []).filter(({ name }: Resource) => name !== key), { name: key, value }];
}

/** In place of one object's field, wherever it stands. */
export function replacing(kind: string, change: (object: Resource, scene: Scene) => void): Change {
  return (objects, scene) => objects.filter((one) => one.kind === kind).forEach((one) => change(one, scene));
}
