import { resolve } from 'node:path';
import { exactYaml } from '../../private/exact-yaml';
import type { Manifest } from '../../rules/model/manifest';
import { workloadOf, Workload } from '../../rules/model/workload';
import { list, mapping, text } from '../../rules/read';
import { appIdOf, PlannedApp, plannedApp } from './app';
import { configuration, WITHOUT_CERTIFICATES } from './configuration';
import { Draft, titleOf } from './draft';
import { fileName } from './file-name';
import { Hosts } from './hosts';
import { byNamespace, objectsToRun, reportDuplicates } from './objects';
import { reportPorts } from './ports';
import { Stores, storesOf, translated } from './resources';
import type { SelfHostedResult, SelfHostedRun } from './result';
import { appFolder, runFile } from './run-file';
import { BUILT_IN, Secrets } from './secrets';
import { shellQuoted } from './secrets-file';
import type { SelfHostedSettings } from './settings';
import { configurationYaml } from './yaml';

export type { SelfHostedSettings } from './settings';
export type { SelfHostedApp, SelfHostedProblem, SelfHostedResult, SelfHostedRun } from './result';

/** What is to be written for one namespace. */
interface Planned {
  readonly run: SelfHostedRun;
  readonly apps: readonly PlannedApp[];
  readonly texts: ReadonlyMap<string, string>;
  /** Stores that read a file, whose path must be absolute: the working directory of each sidecar is another. */
  readonly stores: readonly { readonly name: string; readonly scopes: readonly unknown[] }[];
  readonly env: { readonly [name: string]: string };
}

/**
 * What `dapr run -f` needs to run manifests without Kubernetes. Nothing is read or written, and nothing that was given is changed.
 *
 * @param manifests objects as they stand in YAML, of any kind
 */
export function selfHosted(manifests: readonly object[], settings: SelfHostedSettings = {}): SelfHostedResult {
  const draft = new Draft();
  const all = objectsToRun(manifests, settings, draft);
  const [ours, system] = withoutControlPlane(all);
  system.forEach((manifest) =>
    draft.note(`${titleOf(manifest)} configures the control plane, which dapr init starts with its own settings.`),
  );
  reportDuplicates(ours, draft);
  const groups = byNamespace(ours, (manifest) => manifest.daprKind !== undefined || workloadOf(manifest)?.injected === true);
  const services = new Set(all.filter(({ kind, apiVersion }) => kind === 'Service' && apiVersion === 'v1').map(({ name }) => name));
  const hosts = new Hosts(settings.hosts ?? {}, services, new Set(all.flatMap(({ namespace }) => namespace ?? [])));
  const planned = [...groups].map(([namespace, group]) =>
    planOf(group, { namespace, folder: groups.size > 1 ? `${fileName(namespace!)}/` : '', settings, draft, hosts }),
  );
  reportUnknownApps(planned, settings, draft);
  hosts.unused.forEach((host) => draft.note(`No value names the host '${host}', which is to be replaced.`));
  for (const [host, places] of [...hosts.found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    draft.note(
      `'${host}' looks like a host of the cluster (${[...places].sort().join(', ')}): say what stands for it on this machine, or make it one.`,
    );
  }
  return {
    problems: draft.problems,
    notes: draft.notes,
    runs: planned.map(({ run }) => run),
    apps: planned.flatMap(({ apps }) => apps),
    files: (outdir) => filesOf(planned, outdir),
  };
}

interface Options {
  readonly namespace: string | undefined;
  readonly folder: string;
  readonly settings: SelfHostedSettings;
  readonly draft: Draft;
  readonly hosts: Hosts;
}

function planOf(manifests: readonly Manifest[], { namespace, folder, settings, draft, hosts }: Options): Planned {
  const ofKind = (kind: string): Manifest[] => manifests.filter((manifest) => manifest.daprKind === kind);
  const named = (kind: string): Map<string, Manifest> =>
    new Map(manifests.filter((manifest) => manifest.kind === kind).map((manifest) => [manifest.name, manifest]));
  const secrets = new Secrets(manifests, settings.secretValues ?? {}, settings.secretsIn ?? 'file', folder, draft);
  const stores = storesOf(ofKind('Component'));
  const around = { draft, hosts, secrets, stores };
  const texts = new Map<string, string>();
  const resources = manifests.filter(({ daprKind }) => daprKind !== undefined && daprKind !== 'Configuration');
  for (const manifest of resources) {
    if (manifest.daprKind === 'WorkflowAccessPolicy' && settings.mtls !== true) {
      draft.note(`${titleOf(manifest)} is left out: ${WITHOUT_CERTIFICATES}`);
      continue;
    }
    const object = translated(manifest, around);
    if (object !== undefined) {
      add(texts, resourcePath(folder, manifest), exactYaml([object]), manifest, draft);
    }
  }
  const apps = appsOf(manifests, {
    draft,
    hosts,
    secrets,
    settings,
    folder,
    namespace,
    configurations: new Map(ofKind('Configuration').map((manifest) => [manifest.name, manifest])),
    configMaps: named('ConfigMap'),
  });
  const wanted = secrets.any || stores.local.size > 0;
  const own = wanted ? [settings.secretsIn === 'env' ? 'secretstores.local.env' : 'secretstores.local.file'] : [];
  for (const manifest of ofKind('Configuration')) {
    const object = configuration(manifest, around, { mtls: settings.mtls ?? false, own });
    texts.set(`${folder}config/${fileName(manifest.name)}.yaml`, configurationYaml(object));
  }
  const env = sidecarEnvironment(apps, namespace, settings, draft);
  const secretFiles = secrets.files(wanted);
  return {
    run: { folder: folder.slice(0, -1), namespace, apps, secrets: secretFiles, hasEnvironment: Object.keys(env).length > 0 },
    apps,
    texts,
    stores: wanted ? storeObjects(stores, manifests, draft) : [],
    env,
  };
}

function appsOf(manifests: readonly Manifest[], around: Parameters<typeof plannedApp>[1]): PlannedApp[] {
  const { draft } = around;
  const workloads = manifests.flatMap((manifest) => (manifest.daprKind === undefined ? (workloadOf(manifest) ?? []) : []));
  for (const { kind, name } of workloads.filter(({ injected }) => !injected)) {
    draft.note(`The ${kind} '${name}' has no sidecar, so that dapr run does not start it: start what stands for it yourself.`);
  }
  const injected = new Map<string, Workload>();
  for (const workload of workloads.filter((one) => one.injected)) {
    const id = appIdOf(workload);
    const other = injected.get(id);
    if (other !== undefined) {
      draft.problem(
        workload.manifest,
        workload.podPath,
        `its app id '${id}' is that of ${titleOf(other.manifest)} too: one machine runs one of them, so leave one out as '${workload.kind}/${workload.name}'`,
      );
    }
    injected.set(id, other ?? workload);
  }
  const apps = [...injected.values()].map((workload) => plannedApp(workload, around));
  return reportPorts(apps, draft);
}

/** One file for each: of a file with several, Dapr reads only the first Resiliency. */
function resourcePath(folder: string, { daprKind, name }: Manifest): string {
  return `${folder}resources/${daprKind!.toLowerCase()}-${fileName(name)}.yaml`;
}

/** What daprd's reader takes in one piece; more makes it read for ever. */
const LONGEST_RESOURCE = 60_000;

function add(texts: Map<string, string>, path: string, yaml: string, manifest: Manifest, draft: Draft): void {
  if (Buffer.byteLength(yaml) > LONGEST_RESOURCE) {
    draft.problem(manifest, [], `it is longer than ${LONGEST_RESOURCE} bytes, which daprd cannot read from a file: make it shorter`);
  }
  texts.set(path, yaml);
}

/** The Configuration of the control plane: no application reads it. */
function withoutControlPlane(manifests: readonly Manifest[]): [Manifest[], Manifest[]] {
  const isSystem = ({ daprKind, name, body }: Manifest): boolean =>
    daprKind === 'Configuration' && name === 'daprsystem' && mapping(body.spec).mtls !== undefined;
  return [manifests.filter((manifest) => !isSystem(manifest)), manifests.filter(isSystem)];
}

function storeObjects(stores: Stores, manifests: readonly Manifest[], draft: Draft): { name: string; scopes: readonly unknown[] }[] {
  const taken = manifests.find(
    (manifest) => manifest.daprKind === 'Component' && manifest.name === BUILT_IN && !stores.local.has(manifest.name),
  );
  if (taken !== undefined) {
    draft.problem(
      taken,
      ['metadata', 'name'],
      `the store of the cluster's Secrets is called '${BUILT_IN}', and daprd refuses two components of one name: rename this one`,
    );
  }
  const scopesOf = (name: string): readonly unknown[] =>
    list(manifests.find((manifest) => manifest.daprKind === 'Component' && manifest.name === name)?.body.scopes);
  return [...new Set([BUILT_IN, ...stores.local])].map((name) => ({ name, scopes: name === BUILT_IN ? [] : scopesOf(name) }));
}

/** All that one `dapr run` starts has its environment: `env` of the run file is for applications only. */
function sidecarEnvironment(
  apps: readonly PlannedApp[],
  namespace: string | undefined,
  settings: SelfHostedSettings,
  draft: Draft,
): { [name: string]: string } {
  const env: { [name: string]: string } = { ...(namespace === undefined ? {} : { NAMESPACE: namespace }), ...settings.env };
  for (const app of apps) {
    for (const [name, value] of Object.entries(app.env)) {
      if (Object.hasOwn(env, name) && env[name] !== value) {
        draft.note(
          `'${name}' of the sidecar of '${app.id}' is '${value}', but all sidecars of one dapr run share their environment: it stays '${env[name]}'.`,
        );
      } else {
        env[name] = value;
      }
    }
  }
  return env;
}

function reportUnknownApps(planned: readonly Planned[], { commands, appDirs, ports }: SelfHostedSettings, draft: Draft): void {
  const ids = new Set(planned.flatMap(({ apps }) => apps.map(({ id }) => id)));
  for (const id of new Set([commands, appDirs, ports].flatMap((one) => Object.keys(one ?? {})))) {
    if (!ids.has(id)) {
      draft.note(`There is no application '${id}' among the manifests: what was said of it does nothing.`);
    }
  }
}

/** How a run is started from the folder above. */
export function runCommand({ secrets, hasEnvironment }: SelfHostedRun, folder: string): string {
  const sources = [...(hasEnvironment ? ['sidecar.env'] : []), ...(secrets.some(({ format }) => format === 'env') ? ['secrets.env'] : [])];
  const run = `dapr run -f ${shellQuoted(folder)}`;
  const path = (file: string): string =>
    folder === '.' ? `./${file}` : /^\.{0,2}\//.test(folder) ? `${folder}/${file}` : `./${folder}/${file}`;
  const load = sources.map((file) => `. ${shellQuoted(path(file))}; `).join('');
  return sources.length === 0 ? run : `(set -a; ${load}${run})`;
}

function filesOf(planned: readonly Planned[], outdir: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>([['.gitignore', '*\n']]);
  for (const { run, apps, texts, stores, env } of planned) {
    const prefix = run.folder === '' ? '' : `${run.folder}/`;
    texts.forEach((text, path) => files.set(path, text));
    if (stores.length === 0 && ![...texts.keys()].some((path) => path.startsWith(`${prefix}resources/`))) {
      // daprd exits where the folder is missing, and a version control keeps none that is empty.
      files.set(`${prefix}resources/.gitkeep`, '');
    }
    for (const store of stores) {
      files.set(`${prefix}resources/component-${fileName(store.name)}.yaml`, exactYaml([storeObject(store, run, resolve(outdir, prefix))]));
    }
    if (run.hasEnvironment) {
      files.set(
        `${prefix}sidecar.env`,
        Object.entries(env)
          .map(([name, value]) => `${name}=${shellQuoted(value)}\n`)
          .sort()
          .join(''),
      );
    }
    for (const app of apps.filter(({ appDirPath }) => appDirPath === undefined)) {
      files.set(`${prefix}${appFolder(app.id)}/.gitkeep`, '');
    }
    files.set(`${prefix}dapr.yaml`, runFile(apps, { outdir, folder: run.folder, command: runCommand(run, '.') }));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function storeObject({ name, scopes }: Planned['stores'][number], run: SelfHostedRun, folder: string): object {
  const isFile = run.secrets.some(({ format }) => format === 'json');
  const metadata = isFile
    ? [
        { name: 'secretsFile', value: resolve(folder, 'secrets.json') },
        // A Secret has keys, and keeps them.
        { name: 'multiValued', value: 'true' },
      ]
    : [];
  return {
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Component',
    metadata: { name, ...(run.namespace === undefined ? {} : { namespace: run.namespace }) },
    spec: { type: isFile ? 'secretstores.local.file' : 'secretstores.local.env', version: 'v1', metadata },
    ...(scopes.length === 0 ? {} : { scopes: scopes.filter((scope) => text(scope) !== undefined) }),
  };
}
