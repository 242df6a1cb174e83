import { DaprVersion } from '../../dapr-version';
import { grouped } from '../grouped';
import { memoized } from '../once';
import { at, list, Mapping, mapping, text } from '../read';
import type { Target } from '../rule';
import { Component, componentOf } from './component';
import { Manifest, manifestOf, mayShareNamespace, Origin } from './manifest';
import { Resource, resourceOf } from './resource';
import { commonTarget, targetsOf } from './target';
import { App, Workload, workloadOf } from './workload';

export interface ModelOptions {
  /** Default: 1.18. */
  readonly daprVersion?: DaprVersion;

  /** Default: what the objects tell, or nothing where they tell nothing. */
  readonly target?: Target;

  /** Whether nothing exists outside of the objects. Default: false. */
  readonly complete?: boolean;
}

/** What was given, indexed once: each rule asks for its own kind and sees the others through it. */
export interface Model {
  readonly daprVersion: DaprVersion;
  /** The target of all objects; nothing where they do not tell, or differ. */
  readonly target: Target | undefined;
  /** The target of one object, as those beside it tell. */
  targetOf(manifest: Manifest): Target | undefined;
  /** Whether a reference to what is not here leads nowhere. */
  readonly complete: boolean;

  readonly manifests: readonly Manifest[];
  readonly components: readonly Component[];
  readonly configurations: readonly Resource[];
  readonly subscriptions: readonly Resource[];
  readonly resiliencies: readonly Resource[];
  readonly httpEndpoints: readonly Resource[];
  readonly mcpServers: readonly Resource[];
  readonly workflowAccessPolicies: readonly Resource[];
  readonly workloads: readonly Workload[];
  readonly multiAppRuns: readonly Manifest[];

  /** What gets a sidecar, in order. */
  readonly apps: readonly App[];
  readonly appsById: ReadonlyMap<string, readonly App[]>;
  readonly componentsByName: ReadonlyMap<string, readonly Component[]>;

  /** Every object of a kind, Dapr's or not, by the kind alone. */
  ofKind(kind: string): readonly Manifest[];

  /** The applications that see a resource: those of its namespace, and of its scopes where it has some. */
  appsThatSee(resource: Resource): readonly App[];

  /** The components of a name that an object in this namespace can mean. */
  componentsNamed(name: string, from: { readonly namespace?: string }): readonly Component[];
}

/** Reads the objects into a model. What is none of Kubernetes' objects is left out. */
export function modelOf(objects: Iterable<{ readonly body: Mapping } & Origin>, options: ModelOptions = {}): Model {
  const manifests: Manifest[] = [];
  for (const { body, ...origin } of objects) {
    manifests.push(manifestOf(body, manifests.length, origin));
  }
  const byKind = grouped(manifests, ({ kind }) => kind);
  const dapr = grouped(manifests, ({ daprKind }) => daprKind);
  const resources = (kind: string): Resource[] => (dapr.get(kind) ?? []).map(resourceOf);
  const components = (dapr.get('Component') ?? []).map(componentOf);
  const workloads = (dapr.get(undefined) ?? []).flatMap((manifest) => workloadOf(manifest) ?? []);
  const multiAppRuns = manifests.filter(isMultiAppRun);
  const targets = targetsOf(manifests, multiAppRuns);
  const apps = [...workloads.flatMap(appOf), ...multiAppRuns.flatMap(appsOfRun)];
  const appsById = grouped(apps, ({ id }) => id);
  const appsIn = memoized((namespace: string | undefined) => apps.filter((app) => mayShareNamespace(app, { namespace })));
  const componentsByName = grouped(components, ({ name }) => name);
  return {
    daprVersion: options.daprVersion ?? DaprVersion.DEFAULT,
    target: options.target ?? commonTarget(manifests, targets),
    targetOf: ({ group }) => options.target ?? targets.get(group),
    complete: options.complete ?? false,
    manifests,
    components,
    configurations: resources('Configuration'),
    subscriptions: resources('Subscription'),
    resiliencies: resources('Resiliency'),
    httpEndpoints: resources('HTTPEndpoint'),
    mcpServers: resources('MCPServer'),
    workflowAccessPolicies: resources('WorkflowAccessPolicy'),
    workloads,
    multiAppRuns,
    apps,
    appsById,
    componentsByName,
    ofKind: (kind) => byKind.get(kind) ?? [],
    appsThatSee: (resource) =>
      resource.scopes === undefined
        ? appsIn(resource.namespace)
        : resource.scopes.flatMap((id) => appsById.get(id) ?? []).filter((app) => mayShareNamespace(app, resource)),
    componentsNamed: (name, from) => (componentsByName.get(name) ?? []).filter((component) => mayShareNamespace(component, from)),
  };
}

/** A `dapr.yaml` of `dapr run -f`: no Kubernetes object, told by what it must have, or what its applications do. */
function isMultiAppRun({ body, kind, apiVersion }: Manifest): boolean {
  return (
    kind === '' &&
    apiVersion === '' &&
    Array.isArray(body.apps) &&
    ('version' in body || body.apps.some((app) => at(app, 'appDirPath') !== undefined || at(app, 'appID') !== undefined))
  );
}

function appOf(workload: Workload): App[] {
  const { manifest, namespace, appId, injected, podPath } = workload;
  return injected && appId !== undefined ? [{ id: appId, namespace, manifest, path: podPath, workload }] : [];
}

function appsOfRun(manifest: Manifest): App[] {
  return list(manifest.body.apps).flatMap((app, i) => {
    const id = runIdOf(mapping(app));
    return id === undefined || id === '' ? [] : [{ id, namespace: undefined, manifest, path: ['apps', i], workload: undefined }];
  });
}

/** The last part of the folder, where there is no id; what a folder such as `.` is called, nobody can tell. */
function runIdOf({ appID, appDirPath }: Mapping): string | undefined {
  const named = text(appID);
  const folder = text(appDirPath)?.replace(/\/+$/, '').split('/').at(-1);
  return named !== undefined && named !== '' ? named : /^\.*$|^~$/.test(folder ?? '') ? undefined : folder;
}
