import { relative, resolve } from 'node:path';
import { exactYaml } from '../../private/exact-yaml';
import type { PlannedApp } from './app';
import { fileName } from './file-name';

/** The first line of every run file that this library writes. */
export const MARK = '# Written by cdk8s-dapr from Kubernetes manifests; the next run replaces it.';

export interface RunFileOptions {
  /** The folder that is written, absolute. */
  readonly outdir: string;
  /** The folder of the run file below it; empty for itself. */
  readonly folder: string;
  /** How it is started. */
  readonly command: string;
}

/** The text of a `dapr.yaml`. */
export function runFile(apps: readonly PlannedApp[], options: RunFileOptions): string {
  const head = `${MARK}\n# Start it with: ${options.command}\nversion: 1\n`;
  return apps.length === 0
    ? `${head}# No workload among the manifests has a sidecar.\napps: []\n`
    : `${head}apps:\n${apps.map((app) => entry(app, options)).join('')}`;
}

function entry(app: PlannedApp, { outdir, folder }: RunFileOptions): string {
  const here = resolve(outdir, folder);
  const appDir = app.appDirPath === undefined ? resolve(here, appFolder(app.id)) : resolve(outdir, app.appDirPath);
  const item = {
    appID: app.id,
    appDirPath: path(here, appDir),
    ...(app.appPort === undefined ? {} : { appPort: app.appPort }),
    ...app.keys,
    // Without it, resources that the application's folder may have come first.
    resourcesPaths: [path(appDir, resolve(outdir, app.resourcesPath))],
    ...(app.configPath === undefined ? {} : { configFilePath: path(appDir, resolve(outdir, app.configPath)) }),
    ...(Object.keys(app.appEnv).length === 0 ? {} : { env: app.appEnv }),
    ...(app.command === undefined ? {} : { command: app.command }),
  };
  const comment =
    app.command !== undefined
      ? []
      : [
          `Only the sidecar of ${app.id} is started: start the application yourself, or give its command.`,
          ...(app.unused.length === 0 ? [] : [`Its container runs: ${JSON.stringify(app.unused)}`]),
        ];
  const lines = exactYaml([[item]])
    .trimEnd()
    .split('\n');
  return [...comment.map((line) => `# ${line}`), ...lines].map((line) => `  ${line}\n`).join('');
}

/** The folder that is made for an application which has none. */
export function appFolder(id: string): string {
  return `apps/${fileName(id)}`;
}

/** From one folder to another, as the run file takes it on every system. */
function path(from: string, to: string): string {
  return relative(from, to).replaceAll('\\', '/') || '.';
}
