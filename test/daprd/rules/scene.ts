/** A daprd that runs, or ran, with an example, and what one can ask of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Example } from '../../../src/rules/rule';
import { Processes } from '../../../tools/real/processes';
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

export class Scene {
  public sidecar!: Sidecar;
  public redis!: RedisServer;
  private fake: App | undefined;
  private controlPlane: ControlPlaneServices | undefined;

  private constructor(private readonly processes: Processes) {}

  /** Starts what the trial asks for, has it checked, and stops all. */
  public static async play({ expect, world }: Trial, example: Example): Promise<void> {
    const processes = new Processes();
    const scene = new Scene(processes);
    try {
      await scene.start(example, world);
      await expect.check(scene);
    } catch (error) {
      throw new Error(`expected that daprd ${expect.says}: ${(error as Error).message}\n${scene.log.split('\n').slice(-30).join('\n')}`);
    } finally {
      await Promise.all([processes.stop(), scene.fake?.stop()]);
    }
  }

  private async start(example: Example, world: World): Promise<void> {
    const { resources, configuration, workload, appId, namespace } = given(example);
    this.fake = world.app && (await App.start(world.app));
    if (world.redis) {
      this.redis = await startRedis(this.processes);
    }
    this.controlPlane = world.controlPlane && (await startControlPlane(this.processes));
    const all = [...resources, ...(configuration === undefined ? [] : [configuration])];
    const objects = world.change?.(all, this) ?? all;
    const withPort = this.fake !== undefined && (workload === undefined || 'dapr.io/app-port' in workload.annotations);
    this.sidecar = await startSidecar(this.processes, {
      appId: world.appId ?? appId,
      resources: objects.filter(({ kind }) => kind !== 'Configuration'),
      config: objects.find(({ kind }) => kind === 'Configuration'),
      appPort: withPort ? this.fake!.port : undefined,
      controlPlane: this.controlPlane,
      env: { ...namespaceOf(world.namespace ?? namespace), ...world.env },
      flags: [...flagsOf(workload, withPort), ...(world.flags ?? [])],
      ...(world.oneFile && this.oneFile(example)),
    });
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
    return this.sidecar?.process.log.replaceAll('\\"', '"') ?? '';
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

  /** The names of its components. */
  public async components(): Promise<string[]> {
    return (await this.metadata()).components.map(({ name }: Resource) => name);
  }

  public async metadata(): Promise<any> {
    await this.sidecar.ready();
    return this.sidecar.metadata();
  }

  /** Waits until something holds, or throws. */
  public async until(what: string, holds: () => Promise<boolean> | boolean, patienceMs = 15_000): Promise<void> {
    await this.sidecar.process.until(what, async () => ((await holds()) ? true : undefined), patienceMs);
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

/** The flags of the example's application; its port is that of the application that really runs. */
function flagsOf(workload: Workload | undefined, withPort: boolean): string[] {
  const flags = [...(workload?.flags ?? [])];
  const port = flags.indexOf('--app-port');
  if (withPort && port >= 0) {
    flags.splice(port, 2);
  }
  return flags;
}
