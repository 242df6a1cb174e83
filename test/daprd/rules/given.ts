/** Makes of an example what a self-hosted daprd is started with. */
import { loadAll } from 'js-yaml';
import type { Example } from '../../../src/rules/rule';

/** Any object of YAML. */
export type Resource = Record<string, any>;

export interface Given {
  /** What stands in the folder of resources. */
  readonly resources: Resource[];
  readonly configuration?: Resource;
  /** What the control plane reads. */
  readonly system?: Resource;
  /** What the example's application says of itself; undefined where the example has none. */
  readonly workload?: Workload;
  readonly appId?: string;
  readonly namespace?: string;
}

export interface Workload {
  readonly annotations: { readonly [name: string]: string };
  /** The flags of daprd that the injector, or the CLI, makes of them. */
  readonly flags: readonly (readonly [flag: string, value: string])[];
}

/** The annotations, and the keys of a run template, that these experiments need as flags. */
const FLAGS: readonly (readonly [annotation: string, key: string, flag: string])[] = [
  ['app-port', 'appPort', '--app-port'],
  ['app-protocol', 'appProtocol', '--app-protocol'],
  ['log-level', 'logLevel', '--log-level'],
  ['disable-init-endpoints', '', '--disable-init-endpoints'],
  ['graceful-shutdown-seconds', '', '--dapr-graceful-shutdown-seconds'],
  ['app-health-probe-interval', 'appHealthProbeInterval', '--app-health-probe-interval'],
  ['app-health-probe-timeout', 'appHealthProbeTimeout', '--app-health-probe-timeout'],
  ['app-health-threshold', 'appHealthThreshold', '--app-health-threshold'],
  ['actors-disseminate-timeout', '', '--actors-disseminate-timeout'],
  ['app-binding-options-timeout', '', '--app-binding-options-timeout'],
  ['block-shutdown-duration', '', '--dapr-block-shutdown-duration'],
  ['max-body-size', 'maxBodySize', '--max-body-size'],
  ['read-buffer-size', 'readBufferSize', '--read-buffer-size'],
  ['placement-host-address', '', '--placement-host-address'],
  ['scheduler-host-address', '', '--scheduler-host-address'],
  ['grpc-port', 'daprGRPCPort', '--dapr-grpc-port'],
  ['internal-grpc-port', 'daprInternalGRPCPort', '--dapr-internal-grpc-port'],
  ['metrics-port', 'metricsPort', '--metrics-port'],
  ['', 'daprHTTPPort', '--dapr-http-port'],
];

export function given({ yaml }: Example, annotations?: readonly string[]): Given {
  const documents = (loadAll(yaml) as Resource[]).filter((one) => typeof one === 'object' && one !== null);
  const dapr = documents.filter(({ apiVersion }) => typeof apiVersion === 'string' && apiVersion.startsWith('dapr.io/'));
  const resources = dapr.filter(({ kind }) => kind !== 'Configuration');
  const workload = documents.map((one) => workloadOf(one, annotations)).find((one) => one !== undefined);
  const name = workload?.annotations['dapr.io/config'];
  const configurations = dapr.filter(({ kind, metadata }) => kind === 'Configuration' && metadata?.name !== 'daprsystem');
  return {
    resources,
    workload,
    system: dapr.find(({ kind, metadata }) => kind === 'Configuration' && metadata?.name === 'daprsystem'),
    configuration: configurations.find(({ metadata }) => name === undefined || metadata.name === name),
    appId: workload?.annotations['dapr.io/app-id'] ?? resources.flatMap(({ scopes }) => (Array.isArray(scopes) ? scopes : []))[0],
    namespace: documents.find((one) => podOf(one) !== undefined)?.metadata?.namespace ?? dapr[0]?.metadata?.namespace,
  };
}

function workloadOf(document: Resource, only?: readonly string[]): Workload | undefined {
  const annotations = podOf(document)?.metadata?.annotations;
  if (annotations !== undefined) {
    return { annotations, flags: flagsOf((name) => (only?.includes(name) === false ? undefined : annotations[`dapr.io/${name}`])) };
  }
  const [app] = Array.isArray(document.apps) ? (document.apps as Resource[]) : [];
  if (app !== undefined) {
    const settings: Resource = { ...document.common, ...app };
    const appId = app.appID ?? String(app.appDirPath).replace(/\/$/, '').split('/').at(-1);
    return {
      annotations: { 'dapr.io/app-id': String(appId) },
      flags: flagsOf((_, key) => (only?.includes(key) === false ? undefined : settings[key])),
    };
  }
  return undefined;
}

function podOf(document: Resource): Resource | undefined {
  return document.kind === 'Pod' ? document : document.spec?.template;
}

function flagsOf(value: (annotation: string, key: string) => unknown): [string, string][] {
  return FLAGS.flatMap(([annotation, key, flag]) => {
    const text = value(annotation, key);
    return text === undefined ? [] : [[flag, String(text)]];
  });
}
