/** A daprd that runs, or ran, with an example, and what one can ask of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommunicationProtocolEnum, DaprClient, LogLevel } from '@dapr/dapr';
import type { Example } from '../../../src/rules/rule';
import { Processes, Running } from '../../../tools/real/processes';
import { launchSentry, Sentry, startSentry } from '../../../tools/real/sentry';
import { RedisServer, startRedis } from '../../../tools/real/servers/redis';
import { ControlPlaneServices, Sidecar, SidecarOptions, startControlPlane, startSidecar } from '../../../tools/real/sidecar';
import { App } from './app';
import { Trial, World } from './experiment';
import { given, Resource, Workload } from './given';

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Within this it has begun to end, if it does. */
const SETTLED_MS = 300;

export class Scene {
  public sidecar!: Sidecar;
  public redis!: RedisServer;
  /** What daprd was given, but for its Configuration. */
  public resources: readonly Resource[] = [];
  private fake: App | undefined;
  private controlPlane: ControlPlaneServices | undefined;
  private sentry: Sentry | undefined;
  private tried!: Running;

  private constructor(private readonly processes: Processes) {}

  /** Starts what the trial asks for, has it checked, and stops all. */
  public static async play({ expect, world }: Trial, example: Example): Promise<void> {
    const processes = new Processes();
    const scene = new Scene(processes);
    try {
      await scene.start(example, world);
      await expect.check(scene);
    } catch (error) {
      throw new Error(`expected that daprd ${expect.says}: ${(error as Error).message}\n${scene.summary}`);
    } finally {
      await Promise.all([processes.stop(), scene.fake?.stop()]);
    }
  }

  private async start(example: Example, world: World): Promise<void> {
    const { resources, configuration, system, workload, appId, namespace } = given(example, world.annotations);
    if (world.sentryAlone) {
      this.tried = (await launchSentry(this.processes, system)).running;
      return;
    }
    this.fake = world.app && (await App.start(world.app));
    if (world.redis) {
      this.redis = await startRedis(this.processes);
    }
    this.sentry = world.sentry && (await startSentry(this.processes));
    this.controlPlane = world.controlPlane && (await startControlPlane(this.processes, this.sentry));
    const all = [...resources, ...(configuration === undefined ? [] : [configuration])];
    world.change?.forEach((change) => change(all, this));
    const withPort =
      this.fake !== undefined && (workload === undefined || world.withPort === true || 'dapr.io/app-port' in workload.annotations);
    this.resources = all.filter(({ kind }) => kind !== 'Configuration');
    this.sidecar = await startSidecar(this.processes, {
      appId: world.appId ?? appId,
      resources: this.resources,
      config: all.find(({ kind }) => kind === 'Configuration'),
      appPort: withPort ? this.fake!.port : undefined,
      controlPlane: this.controlPlane,
      sentry: this.sentry,
      env: { ...namespaceOf(world.namespace ?? namespace), ...world.env },
      flags: [...flagsOf(workload, withPort, world), ...(world.flags ?? [])],
      ...(world.oneFile && this.oneFile(example)),
    });
    this.tried = this.sidecar.process;
  }

  /** Another application, with its sidecar. */
  public async other(appId: string, options: SidecarOptions = {}): Promise<Sidecar> {
    const sidecar = await startSidecar(this.processes, { appId, sentry: this.sentry, controlPlane: this.controlPlane, ...options });
    return sidecar.ready();
  }

  /** The program that has the example. */
  public get process(): Running {
    return this.tried;
  }

  /** The example as it stands, as the file of a folder, and as a configuration where it begins or ends with one. */
  private oneFile({ yaml }: Example): SidecarOptions {
    const folder = join(this.folder, 'example');
    mkdirSync(folder);
    writeFileSync(join(folder, 'example.yaml'), yaml);
    return { resources: folder, ...(yaml.includes('kind: Configuration') && { config: join(folder, 'example.yaml') }) };
  }

  /** A folder of the trial's own. */
  public get folder(): string {
    return this.processes.folder;
  }

  public get app(): App {
    return this.fake!;
  }

  /** What daprd has printed until now. */
  public get log(): string {
    return this.tried?.log.replaceAll('\\"', '"') ?? '';
  }

  /** What it complained of, and the end of its log. */
  public get summary(): string {
    const lines = this.log.split('\n');
    const grave = lines.filter((line) => /level=(warning|error|fatal)|^panic/.test(line));
    return [...grave.slice(0, 10), '…', ...lines.slice(-5)].join('\n');
  }

  public async get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('GET', path, undefined, headers);
  }

  public async post(path: string, body: unknown = '', headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, typeof body === 'string' ? body : JSON.stringify(body), headers);
  }

  public async send(method: string, path: string, body: string | undefined, headers: Record<string, string> = {}): Promise<Reply> {
    const answer = await fetch(this.sidecar.url(path), {
      method,
      body,
      headers: { 'content-type': 'application/json', ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  }

  /** What a client over gRPC does, whether or not it is answered. */
  public async overGrpc(call: (client: DaprClient) => Promise<unknown>): Promise<void> {
    const client = new DaprClient({
      daprHost: '127.0.0.1',
      daprPort: String(this.sidecar.grpcPort),
      communicationProtocol: CommunicationProtocolEnum.GRPC,
      logger: { level: LogLevel.Error },
    });
    await Promise.race([call(client).catch(() => undefined), sleep(5_000)]);
    await client.stop();
  }

  /** The names of its components. */
  public async components(): Promise<string[]> {
    return ((await this.metadata()).components ?? []).map(({ name }: Resource) => name);
  }

  public async metadata(): Promise<any> {
    await this.runs();
    return this.sidecar.metadata();
  }

  /** What it serves to Prometheus; nothing where it does not serve. */
  public async metrics(): Promise<string> {
    const port = /metrics server started on [^ ]*:(\d+)\//.exec(this.log)?.[1];
    return port === undefined ? '' : (await fetch(`http://127.0.0.1:${port}/`)).text();
  }

  /** Waits until it is ready, and sees that it stays: one that is about to give up is ready for a moment. */
  public async runs(): Promise<void> {
    await this.sidecar.ready();
    await sleep(SETTLED_MS);
    const { status } = this.tried;
    if (status !== undefined || this.log.includes('daprd will exit')) {
      throw new Error(`it gave up after it was ready, with status ${status}`);
    }
  }

  /** Waits until something holds, or throws. */
  public async until(what: string, holds: () => Promise<boolean> | boolean, patienceMs = 15_000): Promise<void> {
    await this.tried.until(what, async () => ((await holds()) ? true : undefined), patienceMs);
  }

  /** Time in which something may happen that must not. */
  public async wait(ms: number): Promise<void> {
    await sleep(ms);
  }
}

/** Without a namespace of its own a sidecar takes the objects of all. */
function namespaceOf(namespace: string | undefined): Record<string, string> {
  return namespace === undefined ? {} : { NAMESPACE: namespace };
}

/** The flags of the example's application; addresses are those of what really runs. */
function flagsOf(workload: Workload | undefined, withPort: boolean, { controlPlane }: World): string[] {
  const real = [...(withPort ? ['--app-port'] : []), ...(controlPlane ? ['--placement-host-address', '--scheduler-host-address'] : [])];
  return (workload?.flags ?? []).filter(([flag]) => !real.includes(flag)).flat();
}
