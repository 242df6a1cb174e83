import { Model } from '../model/model';
import { Manifest } from '../model/manifest';
import { at, list, Mapping, mapping, Path, text } from '../read';

/** What the CLI decodes a key of the template into. */
export interface Key {
  readonly is: 'text' | 'integer' | 'boolean' | 'texts' | 'texts by name';
  /** The only values that the CLI or daprd takes; an empty one is as none. */
  readonly of?: readonly string[];
  readonly anyCase?: boolean;
  readonly isPort?: boolean;
  readonly isSize?: boolean;
  /** What to write in place of a deprecated key. */
  readonly instead?: string;
}

type Keys = { readonly [key: string]: Key };

const LOG_DESTINATION: Key = { is: 'text', of: ['console', 'file', 'fileAndConsole'] };

/** The keys of `common`, which each application has too. */
export const SHARED_KEYS: Keys = {
  configFilePath: { is: 'text' },
  resourcesPaths: { is: 'texts' },
  resourcesPath: { is: 'text', instead: 'resourcesPaths, a list' },
  appProtocol: { is: 'text', of: ['http', 'https', 'grpc', 'grpcs', 'h2c'], anyCase: true },
  apiListenAddresses: { is: 'text' },
  enableProfiling: { is: 'boolean' },
  logLevel: { is: 'text', of: ['debug', 'info', 'warn', 'error', 'fatal'], anyCase: true },
  appMaxConcurrency: { is: 'integer' },
  placementHostAddress: { is: 'text' },
  schedulerHostAddress: { is: 'text' },
  appSSL: { is: 'boolean', instead: 'appProtocol: https or grpcs' },
  maxBodySize: { is: 'text', isSize: true },
  readBufferSize: { is: 'text', isSize: true },
  enableAppHealthCheck: { is: 'boolean' },
  appHealthCheckPath: { is: 'text' },
  appHealthProbeInterval: { is: 'integer' },
  appHealthProbeTimeout: { is: 'integer' },
  appHealthThreshold: { is: 'integer' },
  enableApiLogging: { is: 'boolean' },
  runtimePath: { is: 'text' },
  env: { is: 'texts by name' },
  daprdLogDestination: LOG_DESTINATION,
  appLogDestination: LOG_DESTINATION,
};

/** The keys of an application, beside those of `common`. */
export const OWN_KEYS: Keys = {
  appDirPath: { is: 'text' },
  appID: { is: 'text' },
  appPort: { is: 'integer', isPort: true },
  appChannelAddress: { is: 'text' },
  command: { is: 'texts' },
  daprHTTPPort: { is: 'integer', isPort: true },
  daprGRPCPort: { is: 'integer', isPort: true },
  daprInternalGRPCPort: { is: 'integer', isPort: true },
  metricsPort: { is: 'integer', isPort: true },
  profilePort: { is: 'integer', isPort: true },
  unixDomainSocket: { is: 'text' },
  containerImage: { is: 'text' },
  containerImagePullPolicy: { is: 'text', of: ['Always', 'Never', 'IfNotPresent'] },
  createService: { is: 'boolean' },
};

export const APP_KEYS: Keys = { ...SHARED_KEYS, ...OWN_KEYS };
export const TOP_KEYS = ['version', 'name', 'common', 'apps'];

/** A part of a template, and the keys that it can have. */
export interface Section {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly body: Mapping;
  readonly keys: Keys;
}

/** One application of a template. */
export interface RunApp extends Section {
  readonly id: string | undefined;
  readonly common: Mapping;
}

/** `common` of every template. */
export function commonSections({ multiAppRuns }: Model): Section[] {
  return multiAppRuns.map((manifest) => ({ manifest, path: ['common'], body: mapping(manifest.body.common), keys: SHARED_KEYS }));
}

/** The applications of every template, a list for each. */
export function runApps({ multiAppRuns, apps }: Model): RunApp[][] {
  const ids = new Map(apps.map((app) => [`${app.manifest.index}/${String(app.path[1])}`, app.id]));
  return multiAppRuns.map((manifest) =>
    list(manifest.body.apps).map((body, i) => ({
      manifest,
      path: ['apps', i],
      body: mapping(body),
      keys: APP_KEYS,
      id: ids.get(`${manifest.index}/${i}`),
      common: mapping(manifest.body.common),
    })),
  );
}

export function allSections(model: Model): Section[] {
  return [...commonSections(model), ...runApps(model).flat()];
}

/** What an application is called in a message. */
export function appTitle({ body, path }: Section): string {
  const name = text(body.appID) ?? text(body.appDirPath);
  return name === undefined ? `application ${Number(path[1]) + 1}` : `'${name}'`;
}

/** A value of the application, or of `common` where it has none: what is zero, false or empty counts as none. */
export function effective({ body, common }: RunApp, key: string): unknown {
  return at(body, key) || at(common, key);
}
