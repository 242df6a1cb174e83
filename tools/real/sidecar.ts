/** Runs real sidecars, and what they need to run actors, workflows and jobs. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { dump } from 'js-yaml';
import { dapr } from './dapr';
import { answers } from './http';
import { freePorts } from './ports';
import { Processes, Running, StartOptions } from './processes';
import { Sentry } from './sentry';

export interface SidecarOptions {
  readonly appId?: string;
  /** Components, subscriptions and the like, as objects; or a folder that has them as files. */
  readonly resources?: readonly object[] | string;
  /** A Configuration, as an object or a file. */
  readonly config?: object | string;
  readonly appPort?: number;
  /** Addresses of the services; actors, workflows and jobs are off without. */
  readonly controlPlane?: ControlPlaneServices;
  /** Gives the sidecar its certificate, by which others know it; without, calls are neither encrypted nor told apart. */
  readonly sentry?: Sentry;
  readonly env?: StartOptions['env'];
  /** More flags of daprd; one that stands here is not written otherwise. */
  readonly flags?: readonly string[];
  /** The daprd to run; the version of the catalog unless given. */
  readonly binary?: string;
}

/** A daprd that runs, or ran. */
export class Sidecar {
  public constructor(
    public readonly process: Running,
    public readonly httpPort: number,
    public readonly grpcPort: number,
  ) {}

  public url(path: string): string {
    return `http://127.0.0.1:${this.httpPort}${path}`;
  }

  /** Waits until it has loaded its components, and takes requests; throws with its log where it does not come to that. */
  public async ready(patienceMs = 30_000): Promise<this> {
    await this.process.until(
      'became ready',
      async () => {
        const takesRequests = await answers(this.url('/v1.0/healthz/outbound'));
        // What it printed before it answered is in the pipe by now, and read within a turn.
        await turn();
        return takesRequests && !this.givesUp ? true : undefined;
      },
      patienceMs,
    );
    return this;
  }

  /** A component that fails is in the log first; then daprd goes on with its start, and takes requests until it ends. */
  private get givesUp(): boolean {
    return this.process.log.includes('daprd will exit gracefully');
  }

  /** What `/v1.0/metadata` says. */

  public async metadata(): Promise<any> {
    return (await fetch(this.url('/v1.0/metadata'))).json();
  }

  /** The messages of its log of a level, such as `error`. */
  public messages(...levels: string[]): string[] {
    return this.process.log.split('\n').flatMap((line) => {
      const level = /level=(\w+)/.exec(line)?.[1];
      return level !== undefined && levels.includes(level)
        ? [/msg="((?:[^"\\]|\\.)*)"/.exec(line)?.[1].replaceAll('\\"', '"') ?? line]
        : [];
    });
  }
}

/** Starts a sidecar; it may not be ready yet, and may never be. */
export async function startSidecar(processes: Processes, options: SidecarOptions = {}): Promise<Sidecar> {
  const { appId = 'check', resources = [], config, appPort, controlPlane, sentry, env, flags = [], binary = dapr('daprd') } = options;
  const folder = mkdtempSync(join(processes.folder, `${appId}-`));
  const [http, grpc, internal, metrics] = await freePorts(4);
  const given: [string, string | number | undefined][] = [
    ['--app-id', appId],
    ['--resources-path', typeof resources === 'string' ? resources : writeAll(folder, resources)],
    ['--config', config === undefined || typeof config === 'string' ? config : write(folder, 'config.yaml', config)],
    ['--app-port', appPort],
    ['--dapr-http-port', http],
    ['--dapr-grpc-port', grpc],
    ['--dapr-internal-grpc-port', internal],
    ['--metrics-port', metrics],
    ['--dapr-listen-addresses', '127.0.0.1'],
    ['--placement-host-address', controlPlane?.placement ?? ''],
    ['--scheduler-host-address', controlPlane?.scheduler ?? ''],
    ['--sentry-address', sentry?.address],
  ];
  const written = given.flatMap(([flag, value]) => (value === undefined || flags.includes(flag) ? [] : [flag, String(value)]));
  const mtls = sentry === undefined ? [] : ['--enable-mtls'];
  const trusted = sentry === undefined ? env : { ...env, DAPR_TRUST_ANCHORS: sentry.trustAnchors };
  return new Sidecar(processes.start(binary, [...written, ...mtls, ...flags], { name: 'daprd', cwd: folder, env: trusted }), http, grpc);
}

function writeAll(folder: string, resources: readonly object[]): string {
  const path = join(folder, 'resources');
  mkdirSync(path);
  // A file each: of a file with many documents Dapr reads only the first Resiliency.
  resources.forEach((resource, i) => write(path, `${i}.yaml`, resource));
  return path;
}

function write(folder: string, file: string, resource: object): string {
  writeFileSync(join(folder, file), dump(resource, { skipInvalid: true }));
  return join(folder, file);
}

/** Where the services for actors, workflows and jobs listen. */
export interface ControlPlaneServices {
  readonly placement: string;
  readonly scheduler: string;
}

/** Starts placement and scheduler, and waits until they take requests; with a sentry, only of sidecars that have it too. */
export async function startControlPlane(processes: Processes, sentry?: Sentry): Promise<ControlPlaneServices> {
  const [placement, placementHealth, placementMetrics, raft, scheduler, schedulerHealth, schedulerMetrics, etcdClient, etcdPeer] =
    await freePorts(9);
  const local = (port: number): string => `127.0.0.1:${port}`;
  const flags = (values: Record<string, string | number>): string[] =>
    Object.entries(values).flatMap(([flag, value]) => [`--${flag}`, String(value)]);
  const mtls =
    sentry === undefined
      ? []
      : ['--tls-enabled', ...flags({ 'trust-anchors-file': sentry.trustAnchorsFile, 'sentry-address': sentry.address })];
  const started = [
    processes.start(
      dapr('placement'),
      [
        ...mtls,
        ...flags({
          port: placement,
          'listen-address': '127.0.0.1',
          'healthz-port': placementHealth,
          'healthz-listen-address': '127.0.0.1',
          'metrics-port': placementMetrics,
          'metrics-listen-address': '127.0.0.1',
          'initial-cluster': `dapr-placement-0=${local(raft)}`,
        }),
      ],
      { name: 'placement' },
    ),
    processes.start(
      dapr('scheduler'),
      [
        ...mtls,
        ...flags({
          port: scheduler,
          'listen-address': '127.0.0.1',
          'healthz-port': schedulerHealth,
          'healthz-listen-address': '127.0.0.1',
          'metrics-port': schedulerMetrics,
          'metrics-listen-address': '127.0.0.1',
          id: 'dapr-scheduler-server-0',
          'override-broadcast-host-port': local(scheduler),
          'etcd-data-dir': join(processes.folder, 'scheduler'),
          'etcd-client-port': etcdClient,
          'etcd-client-listen-address': '127.0.0.1',
          'etcd-initial-cluster': `dapr-scheduler-server-0=http://${local(etcdPeer)}`,
        }),
      ],
      { name: 'scheduler' },
    ),
  ];
  await Promise.all(
    started.map((one, i) =>
      one.until('became healthy', async () =>
        (await answers(`http://${local([placementHealth, schedulerHealth][i])}/healthz`)) ? true : undefined,
      ),
    ),
  );
  return { placement: local(placement), scheduler: local(scheduler) };
}
