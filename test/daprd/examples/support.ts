/** Runs the applications of an example, each with a real sidecar that has what the example's manifests say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { run } from '../../../tools/process';
import { answers } from '../../../tools/real/http';
import { freePort } from '../../../tools/real/ports';
import { Processes, Running } from '../../../tools/real/processes';
import { startSentry } from '../../../tools/real/sentry';
import { Sidecar, SidecarOptions, startControlPlane, startSidecar } from '../../../tools/real/sidecar';
import { selfHosted, SelfHostedApp } from '../../../src/self-hosted/core/self-hosted';
import { writeSelfHosted } from '../../../src/self-hosted/core/write';

const ROOT = join(__dirname, '../../..');

export interface ExampleOptions {
  /** What the Secrets hold that the manifests refer to: name, key, value. */
  readonly secrets?: { readonly [secret: string]: { readonly [key: string]: string } };
  /** Which real server is meant by a host of the manifests, e.g. `'redis:6379': '127.0.0.1:40123'`. */
  readonly hosts?: { readonly [host: string]: string };
  /** Objects that take the place of those of the same kind and name, where there is no such server here. */
  readonly overrides?: readonly object[];
  /** Objects that nothing here can stand for, as `Kind/name`. */
  readonly leaveOut?: readonly string[];
  /** Further variables of every application and sidecar. */
  readonly env?: { readonly [name: string]: string };
  /** The app ids to start; those that have a program unless given. One without a program gets a sidecar alone. */
  readonly apps?: readonly string[];
  /** Starts placement and scheduler, which actors, workflows and jobs need. */
  readonly controlPlane?: boolean;
  /** Starts sentry: calls are encrypted, and access control knows who calls. */
  readonly mtls?: boolean;
}

/** An application and its sidecar. */
export class ExampleApp {
  public constructor(
    public readonly id: string,
    /** Where the application listens; undefined where nothing is delivered to it. */
    public readonly port: number | undefined,
    public readonly sidecar: Sidecar,
    private readonly start: (() => Running) | undefined,
    private running: Running | undefined,
  ) {}

  /** The application itself; throws where the example has none of this name. */
  public get process(): Running {
    if (this.running === undefined) {
      throw new Error(`${this.id} has no program in the example's folder apps`);
    }
    return this.running;
  }

  /** Waits for a line that it prints. */
  public line(pattern: RegExp, patienceMs = 15_000): Promise<string> {
    return this.process.line(pattern, patienceMs);
  }

  /** What it printed that matches, line by line. */
  public lines(pattern: RegExp): string[] {
    return this.process.log.split('\n').filter((line) => pattern.test(line));
  }

  /** Calls the application at its own port, as a browser or a gateway does; throws with its log where it is gone. */
  public async fetch(path: string, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(`http://127.0.0.1:${this.port}${path}`, init);
    } catch (error) {
      const end = await this.process.exit(500);
      const state = end === undefined ? 'runs' : `ended with status ${end}`;
      throw new Error(`${this.id} gave no answer, and ${state}:\n${this.process.log}`, { cause: error });
    }
  }

  /** Starts it once more, after it ended or was stopped; its sidecar ran on. */
  public async restart(): Promise<void> {
    await this.end();
    this.running = this.start!();
    await this.listens();
  }

  /** Waits until it takes requests, and the sidecar has what it declares. */
  public async ready(): Promise<void> {
    await this.sidecar.ready();
    await this.listens();
    await this.sidecar.process.until(`saw ${this.id}`, async () => ((await answers(this.sidecar.url('/v1.0/healthz'))) ? true : undefined));
  }

  /** Asks it to end; what is wrong with how it did. */
  public async end(): Promise<string | undefined> {
    if (this.running === undefined || this.running.status !== undefined) {
      return undefined;
    }
    this.running.signal('SIGTERM');
    const status = await this.running.exit(5_000);
    return status === 0
      ? undefined
      : `${this.id} ${status === undefined ? 'ran on after SIGTERM' : `ended with status ${status} by SIGTERM`}`;
  }

  private async listens(): Promise<void> {
    if (this.running !== undefined && this.port !== undefined) {
      await this.running.until('listened', async () => ((await reaches(`http://127.0.0.1:${this.port}/`)) ? true : undefined));
    }
  }
}

/** The applications of an example that run. */
export class Example {
  public constructor(
    private readonly apps: readonly ExampleApp[],
    /** What else a test starts, and stops with it. */
    public readonly processes: Processes,
    private readonly surroundings: Surroundings,
  ) {}

  public app(id: string): ExampleApp {
    const app = this.apps.find((one) => one.id === id);
    if (app === undefined) {
      throw new Error(`${id} does not run: it is none of ${this.apps.map((one) => one.id).join(', ')}`);
    }
    return app;
  }

  /** Calls a method of an application through another one's sidecar, as that one does. */
  public invoke(from: string, to: string, path: string, init?: RequestInit): Promise<Response> {
    return fetch(this.app(from).sidecar.url(`/v1.0/invoke/${to}/method${path}`), init);
  }

  /** The sidecar of an application that the example does not know. */
  public async stranger(id: string, namespace: string): Promise<Sidecar> {
    return (await startSidecar(this.processes, { appId: id, ...this.surroundings, env: { NAMESPACE: namespace } })).ready();
  }

  /** Stops all; throws where an application does not end by itself when it is asked to, as every pod is. */
  public async stop(): Promise<void> {
    try {
      const left = await Promise.all(this.apps.map((app) => app.end()));
      expect(left.flatMap((problem) => problem ?? [])).toEqual([]);
    } finally {
      // Asked to end, a sidecar would go on for the ten seconds in which its pod is taken out of the Services.
      this.apps.forEach(({ sidecar }) => sidecar.process.signal('SIGKILL'));
      await this.processes.stop();
    }
  }
}

/** What every sidecar of a run has. */
type Surroundings = Pick<SidecarOptions, 'controlPlane' | 'sentry' | 'config'>;

/** Starts what an example needs, and says where it is. */
export type Prepare = (processes: Processes) => Promise<ExampleOptions>;

/** Starts all that an example has in its folder `apps`, and waits until it works. Stops what was started where it does not. */
export async function startExample(name: string, given: ExampleOptions | Prepare = {}, processes = new Processes()): Promise<Example> {
  try {
    const options = typeof given === 'function' ? await given(processes) : given;
    const sentry = options.mtls ? await startSentry(processes) : undefined;
    const controlPlane = options.controlPlane ? await startControlPlane(processes, sentry) : undefined;
    const surroundings = { sentry, controlPlane, config: withNames(undefined, processes.folder) };
    return new Example(await startApps(name, options, processes, surroundings), processes, surroundings);
  } catch (error) {
    await processes.stop();
    throw error;
  }
}

async function startApps(
  name: string,
  options: ExampleOptions,
  processes: Processes,
  { sentry, controlPlane }: Surroundings,
): Promise<ExampleApp[]> {
  const programs = bundled(name, processes.folder);
  const outdir = join(processes.folder, 'self-hosted');
  const result = selfHosted(manifests(name), {
    hosts: options.hosts,
    secretValues: options.secrets,
    overrides: options.overrides,
    leaveOut: options.leaveOut,
    env: options.env,
    mtls: options.mtls,
  });
  if (result.problems.length > 0) {
    throw new Error(`${name} cannot run without Kubernetes:\n${JSON.stringify(result.problems, undefined, 2)}`);
  }
  const { missing } = writeSelfHosted(outdir, result);
  if (missing.size > 0) {
    throw new Error(`${name} needs the values of ${[...missing.values()].flat().join(', ')}: give them as secrets`);
  }
  const wanted = options.apps ?? [...programs.keys()];
  const described = wanted.map((id) => {
    const app = result.apps.find((one) => one.id === id);
    if (app === undefined) {
      throw new Error(`${name} has a program apps/${id}.ts, but no application of this id in its manifests`);
    }
    return app;
  });
  const apps = await Promise.all(
    described.map(async (app) => {
      const port = app.appPort === undefined || !programs.has(app.id as string) ? undefined : await freePort();
      const sidecar = await startSidecar(processes, {
        appId: app.id,
        appPort: port,
        resources: join(outdir, app.resourcesPath),
        config: withNames(app.configPath && join(outdir, app.configPath), processes.folder),
        flags: app.flags,
        env: app.env,
        controlPlane,
        sentry,
      });
      const program = programs.get(app.id);
      const env = {
        ...app.env,
        ...(app as { appEnv?: SelfHostedApp['env'] }).appEnv,
        ...(port === undefined ? {} : { APP_PORT: String(port) }),
        DAPR_HTTP_PORT: String(sidecar.httpPort),
        DAPR_GRPC_PORT: String(sidecar.grpcPort),
      };
      const start =
        program === undefined
          ? undefined
          : (): Running => processes.start(process.execPath, ['--enable-source-maps', program], { name: app.id, env });
      return new ExampleApp(app.id, port, sidecar, start, start?.());
    }),
  );
  await Promise.all(apps.map((app) => app.ready()));
  return apps;
}

/** What stands for servers that there are only in a cloud: the example's local.yaml, with other texts in the place of some. */
export function standIns(name: string, replaced: { readonly [text: string]: string }): object[] {
  const text = readFileSync(join(ROOT, 'examples', name, 'local.yaml'), 'utf8');
  return loadAll(
    Object.entries(replaced).reduce((all, [from, to]) => {
      if (!all.includes(from)) {
        throw new Error(`${name}/local.yaml does not say '${from}'`);
      }
      return all.replaceAll(from, to);
    }, text),
  ) as object[];
}

/** What the example's program writes, which its own test holds to be this. */
export function manifests(name: string): object[] {
  const folder = join(ROOT, 'examples', name, 'expected');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => loadAll(readFileSync(join(folder, file), 'utf8')) as object[]);
}

/** The programs of an example by app id, each as one file, as in an image. */
function bundled(name: string, folder: string): Map<string, string> {
  const apps = join(ROOT, 'examples', name, 'apps');
  const ids = readdirSync(apps).flatMap((file) => (file.endsWith('.ts') ? [file.replace(/\.ts$/, '')] : []));
  const outdir = join(folder, 'programs');
  const entries = ids.map((id) => join(apps, `${id}.ts`));
  run(join(ROOT, 'node_modules/.bin/esbuild'), [
    ...entries,
    '--bundle',
    '--platform=node',
    '--target=node20',
    '--sourcemap',
    '--log-level=warning',
    `--outdir=${outdir}`,
  ]);
  return new Map(ids.map((id) => [id, join(outdir, `${id}.js`)]));
}

/**
 * The Configuration with a name resolution that this run has for itself: mDNS needs multicast, which not every machine lets through, and finds
 * the applications of other runs too.
 */
function withNames(file: string | undefined, folder: string): object {
  const config = (file === undefined || !existsSync(file) ? {} : load(readFileSync(file, 'utf8'))) as { spec?: object };
  const nameResolution = {
    component: 'sqlite',
    version: 'v1',
    // A busy machine is slow to renew what a short interval asks for, and several sidecars make the tables at once.
    configuration: { connectionString: join(folder, 'names.db'), updateInterval: '60s', timeout: '20s', busyTimeout: '15s' },
  };
  return {
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Configuration',
    metadata: { name: 'local' },
    ...config,
    spec: { ...config.spec, nameResolution },
  };
}

/** Whether something answers there, with whatever status. */
async function reaches(url: string): Promise<boolean> {
  try {
    await fetch(url);
    return true;
  } catch {
    return false;
  }
}
