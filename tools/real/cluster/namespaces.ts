/** Namespaces of network, mounts and processes on this machine: whatever is done in them is gone with their first process. */
import { readFileSync, readdirSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { LaterOptions, runLater } from '../later';
import { Processes, Running, StartOptions } from '../processes';
import { Host } from './host';

const KINDS = ['--net', '--mount', '--pid', '--uts', '--ipc'];

/** Reaps what others leave, until its input ends, which it does with the process that holds it. */
const FIRST = 'exec 3<&0; cat <&3 >/dev/null & wait $!';

/** Ports in there are all free. */
const FIRST_PORT = 20_000;

export class Namespaces implements Host {
  /** The one address of the network, which no other network meets. */
  public readonly address = '10.213.0.1';

  private port = FIRST_PORT;

  /** Needs to be root. */
  public static async create(processes: Processes): Promise<Namespaces> {
    const outer = processes.start('unshare', [...KINDS, '--fork', '--kill-child=SIGKILL', '--mount-proc', 'sh', '-c', FIRST], {
      name: 'unshare',
      input: true,
    });
    const first = await outer.until('made its namespaces', () => childOf(outer.pid!), 10_000);
    const made = new Namespaces(processes, outer, first);
    processes.afterwardsDo(() => waitUntilGone(first));
    await outer.until('showed the processes of its namespaces', async () => {
      const shown = await made.run('cat', ['/proc/1/comm']).catch(() => '');
      return shown.trim() === 'sh' ? true : undefined;
    });
    return made;
  }

  private constructor(
    private readonly processes: Processes,
    private readonly outer: Running,
    /** The first process, by its number outside. */
    public readonly first: number,
  ) {}

  public get folder(): string {
    return this.processes.folder;
  }

  public start(command: string, args: readonly string[], options: StartOptions = {}): Running {
    return this.processes.start('nsenter', this.enter(command, args, options.cwd), {
      name: command,
      ...options,
      cwd: undefined,
      env: withPath(options.env),
    });
  }

  /** What a program prints there; throws where it fails. */
  public run(command: string, args: readonly string[], options: LaterOptions = {}): Promise<string> {
    return runLater('nsenter', this.enter(command, args, options.cwd), { ...options, cwd: undefined, env: withPath(options.env) });
  }

  /** The command that runs a program there, from any process of this machine that may. */
  public command(program: string, args: readonly string[]): string[] {
    return ['nsenter', ...this.enter(program, args)];
  }

  public async ports(count: number): Promise<number[]> {
    this.port += count;
    return Array.from({ length: count }, (_, i) => this.port - count + i);
  }

  /** A socket stays in the network where it was made, whoever takes its connections: the loopback leads in without a link between the two. */
  public async reach(port: number): Promise<string> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    const { fd } = (server as unknown as { _handle: { fd: number } })._handle;
    this.start(process.execPath, ['-e', passOn(port)], { name: 'way in', handles: [fd] });
    const outside = (server.address() as AddressInfo).port;
    await new Promise((resolve) => server.close(resolve));
    return `127.0.0.1:${outside}`;
  }

  /** Ends all in them at once. */
  public end(): void {
    this.outer.signal('SIGKILL');
  }

  private enter(command: string, args: readonly string[], cwd = this.folder): string[] {
    return ['--target', String(this.first), ...KINDS, `--wd=${cwd}`, command, ...args];
  }
}

/** Programs of a node are where not every PATH leads. */
function withPath(env: StartOptions['env']): StartOptions['env'] {
  return { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, ...env };
}

/** A program that passes connections on to a port of its own network. */
function passOn(port: number): string {
  return [
    "const net = require('node:net');",
    'net.createServer((one) => {',
    `  const other = net.connect(${port}, '127.0.0.1');`,
    "  one.on('error', () => other.destroy()).on('close', () => other.destroy());",
    "  other.on('error', () => one.destroy()).on('close', () => one.destroy());",
    '  one.pipe(other).pipe(one);',
    '}).listen({ fd: 3 });',
  ].join('\n');
}

function childOf(parent: number): number | undefined {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).find((pid) => statusOf(pid)?.parent === parent);
}

function statusOf(pid: number): { state: string; parent: number } | undefined {
  try {
    // The name, in parentheses, may hold anything.
    const [state, parent] = readFileSync(join('/proc', String(pid), 'stat'), 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

const PATIENCE_MS = 10_000;

/** The first process of a namespace ends after all others of it. */
function waitUntilGone(first: number): void {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    if ((statusOf(first)?.state ?? 'Z') === 'Z') {
      return;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
}
