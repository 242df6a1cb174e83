import type { Manifest } from '../../rules/model/manifest';
import { annotationPath, Workload } from '../../rules/model/workload';
import { secretVariables, variablesIn } from '../../rules/workload/environment';
import { textOf } from '../../rules/workload/annotations';
import { goInteger } from '../../rules/workload/go-values';
import { appContainer, ContainerSurroundings } from './container';
import type { SelfHostedApp } from './result';
import { fileName } from './file-name';
import type { SelfHostedSettings } from './settings';
import { sidecarSettings } from './sidecar-settings';

/** An application, and what the run file says of it. */
export interface PlannedApp extends SelfHostedApp {
  readonly workload: Workload;
  readonly keys: { readonly [key: string]: string | number | boolean };
  /** The environment of the application alone. */
  readonly appEnv: { readonly [name: string]: string };
  /** What its container runs, where that is not started. */
  readonly unused: readonly string[];
  /** Ports that its sidecar is to have. */
  readonly sidecarPorts: { readonly [annotation: string]: number };
}

export interface AppSurroundings extends ContainerSurroundings {
  readonly settings: SelfHostedSettings;
  readonly configurations: ReadonlyMap<string, Manifest>;
  /** Of the namespace: empty, or ends with a slash. */
  readonly folder: string;
  readonly namespace: string | undefined;
}

/** What the pods without the annotation are called; Dapr takes the name of the pod, which nobody knows before. */
export function appIdOf(workload: Workload): string {
  return workload.appId ?? workload.name;
}

/** What becomes of a workload. */
export function plannedApp(workload: Workload, around: AppSurroundings): PlannedApp {
  const { draft, settings, configurations, folder, namespace } = around;
  const id = appIdOf(workload);
  if (workload.kind === 'CronJob') {
    draft.note(`'${id}' is a CronJob: dapr run starts it at once, and once.`);
  }
  const containerPort = portIn(workload, 'dapr.io/app-port');
  const appPort = settings.ports?.[id] ?? containerPort;
  const { flags, keys } = sidecarSettings(workload, id, draft);
  const container = appContainer(workload, id, containerPort, around);
  const config = textOf(workload, 'dapr.io/config');
  if (config !== undefined && config !== '' && !configurations.has(config)) {
    draft.problem(
      workload.manifest,
      annotationPath(workload, 'dapr.io/config'),
      `there is no Configuration '${config}' among the manifests: give its file too, or one of that name as an override`,
    );
  }
  const appDirPath = settings.appDirs?.[id];
  const given = settings.commands?.[id];
  // What a container runs is somewhere in its image: only a folder that the user names can have it too.
  const command = given ?? (appDirPath === undefined || container.command.length === 0 ? undefined : container.command);
  return {
    id,
    namespace,
    appPort,
    resourcesPath: `${folder}resources`,
    configPath: config && configurations.has(config) ? `${folder}config/${fileName(config)}.yaml` : undefined,
    flags,
    keys,
    env: { ...(namespace === undefined ? {} : { NAMESPACE: namespace }), ...sidecarEnv(workload, around), ...settings.env },
    appEnv: { ...container.env, ...settings.env },
    command,
    unused: command === undefined ? container.command : [],
    appDirPath,
    workload,
    sidecarPorts: sidecarPortsOf(workload),
  };
}

function sidecarEnv(workload: Workload, { secrets, hosts }: AppSurroundings): { [name: string]: string } {
  const id = appIdOf(workload);
  const env = Object.fromEntries(
    variablesIn(textOf(workload, 'dapr.io/env') ?? '').flatMap((item) => {
      const at = item.indexOf('=');
      const name = item.slice(0, at);
      // It belongs to the memory limit of a container.
      return at < 1 || name === 'GOMEMLIMIT' ? [] : [[name, hosts.in(item.slice(at + 1), name, `'dapr.io/env' of '${id}'`)]];
    }),
  );
  const fromSecret = textOf(workload, 'dapr.io/env-from-secret') ?? '';
  for (const item of variablesIn(fromSecret)) {
    const [source] = secretVariables(item);
    if (source !== undefined) {
      secrets.variable(item.slice(0, item.indexOf('=')), { name: source.secret, key: source.key });
    }
  }
  for (const [annotation, variable] of [
    ['dapr.io/api-token-secret', 'DAPR_API_TOKEN'],
    ['dapr.io/app-token-secret', 'APP_API_TOKEN'],
  ]) {
    const secret = textOf(workload, annotation);
    if (secret) {
      secrets.variable(variable, { name: secret, key: 'token' });
    }
  }
  return env;
}

const SIDECAR_PORTS = ['dapr.io/grpc-port', 'dapr.io/internal-grpc-port', 'dapr.io/metrics-port'];

function sidecarPortsOf(workload: Workload): { [annotation: string]: number } {
  return Object.fromEntries(
    SIDECAR_PORTS.flatMap((annotation) => {
      const port = portIn(workload, annotation);
      return port === undefined ? [] : [[annotation, port]];
    }),
  );
}

function portIn(workload: Workload, annotation: string): number | undefined {
  const value = goInteger(textOf(workload, annotation) ?? '');
  return value === undefined || value < 1n || value > 65_535n ? undefined : Number(value);
}
