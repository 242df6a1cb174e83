/** Every example that has an application, as real sidecars load it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { selfHosted } from '../../../src/self-hosted/core/self-hosted';
import { Local } from './local';

const EXAMPLES = join(__dirname, '../../../examples');

/** The manifests that an example writes, of each of its files. */
export function expected(example: string): [string, any[]][] {
  const folder = join(EXAMPLES, example, 'expected');
  return !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((file) => file.endsWith('.k8s.yaml'))
        .map((file) => [file, loadAll(readFileSync(join(folder, file), 'utf8')) as any[]]);
}

/** The files of the examples that have an application, with their manifests. */
export const RUNNABLE: readonly [string, any[]][] = readdirSync(EXAMPLES)
  .flatMap((example) => expected(example).map(([file, manifests]): [string, any[]] => [`${example}/${file}`, manifests]))
  .filter(([, manifests]) => selfHosted(manifests).apps.length > 0);

/** What needs no server, of the classes that have something; `kubernetes` keeps secrets in the local file. */
const STAND_INS: Record<string, string> = { state: 'state.in-memory', pubsub: 'pubsub.in-memory', secretstores: 'secretstores.kubernetes' };
const NEEDS_NOTHING = [
  'bindings.cron',
  'middleware',
  'secretstores.local',
  'secretstores.kubernetes',
  'state.in-memory',
  'pubsub.in-memory',
];

/** Components that need a server become what needs none; those without such a type may fail, as they do where their server is not there. */
function standIns(manifests: any[]): any[] {
  return manifests
    .filter(({ kind, spec }) => kind === 'Component' && !NEEDS_NOTHING.some((prefix) => spec.type.startsWith(prefix)))
    .filter(({ spec }) => spec.type !== 'configuration.kubernetes')
    .map((component) => {
      const type = STAND_INS[component.spec.type.split('.')[0]];
      return type === undefined
        ? { ...component, spec: { ...component.spec, ignoreErrors: true, initTimeout: '1s' } }
        : { ...component, spec: { type, version: 'v1', metadata: kept(component) } };
    });
}

/** Who may use a topic, and which state store has the actors, is Dapr's own business. */
function kept({ spec }: any): any[] {
  return (spec.metadata ?? []).filter(({ name }: any) =>
    /^(actorStateStore|\w+Scopes|allowedTopics|protectedTopics|outbox\w+)$/i.test(name),
  );
}

/** Expects that each application's sidecar has loaded what was written for it, and complains of nothing. */
export async function sidecarsLoad(local: Local, manifests: any[]): Promise<void> {
  const overrides = standIns(manifests);
  const leaveOut = manifests
    .filter(({ spec }) => spec?.type === 'configuration.kubernetes')
    .map(({ metadata }) => `Component/${metadata.name}`);
  const { outdir, result } = local.written(manifests, { overrides, leaveOut });
  for (const app of result.apps) {
    const visible = (kind: string): any[] =>
      manifests.filter(({ kind: is, scopes }) => is === kind && (scopes === undefined || scopes.length === 0 || scopes.includes(app.id)));
    const sidecar = await (
      await local.sidecarOf(app, outdir, { appPort: app.appPort === undefined ? undefined : await local.application() })
    ).ready();
    const config = manifests.find(({ kind, metadata: { name } }) => kind === 'Configuration' && app.configPath?.endsWith(`/${name}.yaml`));
    const allowed = config?.spec.api?.allowed?.filter(({ protocol }: any) => protocol === 'http').map(({ name }: any) => name);
    if (allowed !== undefined) {
      expect(allowed).not.toContain('secrets');
      expect((await fetch(sidecar.url('/v1.0/secrets/kubernetes/any'))).status).toBe(404);
    }
    if (allowed?.includes('metadata') === false) {
      expect((await fetch(sidecar.url('/v1.0/metadata'))).status).toBe(404);
      await sidecar.process.stop(0);
      continue;
    }
    const metadata = await sidecar.metadata();

    const listed = (metadata.components ?? []).map(({ name, type }: any) => `${name} ${type}`);
    const certain = visible('Component')
      .map((given) => overrides.find(({ metadata: { name } }) => name === given.metadata.name) ?? given)
      .filter(({ spec, metadata: { name } }) => spec.ignoreErrors !== true && !leaveOut.includes(`Component/${name}`))
      .map(({ metadata: { name }, spec: { type } }) => `${name} ${type === 'secretstores.kubernetes' ? 'secretstores.local.file' : type}`);
    const denied = (one: string): boolean => config?.spec.components?.deny?.includes(one.split(' ')[1]) === true;
    const isStore = (one: string): boolean => one.endsWith(' secretstores.local.file');
    expect(listed).toEqual(expect.arrayContaining(certain.filter((one) => isStore(one) || !denied(one))));
    expect(listed.filter((one: string) => !isStore(one) && denied(one))).toEqual([]);

    const subscribed = visible('Subscription').map(({ spec }) => `${spec.pubsubname}/${spec.topic}`);
    const pubsubs = visible('Component').map(({ metadata: { name } }) => name);
    expect((metadata.subscriptions ?? []).map(({ pubsubname, topic }: any) => `${pubsubname}/${topic}`).sort()).toEqual(
      subscribed.filter((one) => pubsubs.includes(one.split('/')[0])).sort(),
    );

    const resiliencies = visible('Resiliency');
    if (resiliencies.length > 0) {
      expect(sidecar.process.log).toContain(`Found ${resiliencies.length} resiliency configurations in resources path`);
    }
    const endpoints = visible('HTTPEndpoint').map(({ metadata: { name } }) => name);
    expect((metadata.httpEndpoints ?? []).map(({ name }: any) => name).sort()).toEqual(endpoints.sort());
    const said = sidecar
      .messages('warning', 'error')
      .filter((line) => /secret store that isn't loaded|Error getting secret|parsing manifests|resiliency/i.test(line));
    expect(said).toEqual([]);
    await sidecar.process.stop(0);
  }
}
