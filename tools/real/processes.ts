/** Starts real programs, keeps what they print, and stops all of them, whatever becomes of this process. */
import { ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { enter } from './started';

export interface StartOptions {
  /** What it is called in messages; its file's name unless given. */
  readonly name?: string;
  readonly cwd?: string;
  /** On top of the environment of this process. */
  readonly env?: { readonly [name: string]: string };
  /** Whether it has an input, which ends when this process does, however that ends; none unless given. */
  readonly input?: boolean;
  /** File descriptors that it gets, from 3 on. */
  readonly handles?: readonly number[];
}

/** The signal that a program gets first, and how long it has to follow it. */
const GRACE_MS = 5_000;

/** A program that was started, with all that it started. */
export class Running {
  private readonly lines: string[] = [];
  private readonly ended: Promise<number>;
  private code: number | undefined;

  public constructor(
    public readonly name: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout!, child.stderr!]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text: string) => {
        const parts = (rest + text).split('\n');
        rest = parts.pop()!;
        this.lines.push(...parts);
      });
      stream.on('end', () => rest !== '' && this.lines.push(rest));
    }
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        this.lines.push(error.message);
        resolve((this.code = -1));
      });
      child.once('close', (code, signal) => resolve((this.code = code ?? (signal === null ? -1 : -2))));
    });
  }

  public get pid(): number | undefined {
    return this.child.pid;
  }

  /** All that it printed until now, on both streams. */
  public get log(): string {
    return this.lines.join('\n');
  }

  /** Its status; undefined while it runs. A signal counts as -2. */
  public get status(): number | undefined {
    return this.code;
  }

  /** Waits for its end, and gives its status; undefined where it still runs after so long. */
  public async exit(patienceMs: number): Promise<number | undefined> {
    await Promise.race([this.ended, sleep(patienceMs, undefined, { ref: false })]);
    return this.code;
  }

  /** The first line that matches; throws with the end of the log where none came, or the program ended without one. */
  public async line(pattern: RegExp, patienceMs = 30_000): Promise<string> {
    return this.until(`printed ${pattern}`, () => this.lines.find((line) => pattern.test(line)), patienceMs);
  }

  /** Asks until there is an answer; throws with the end of the log where none came, or the program ended before. */
  public async until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined, patienceMs = 30_000): Promise<T> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const over = this.code !== undefined;
      const answer = await ask();
      if (answer !== undefined && answer !== false) {
        return answer;
      }
      if (over || Date.now() > end) {
        const why = over ? `it ended with status ${this.code}` : `${patienceMs / 1000} seconds passed`;
        throw new Error(`${this.name} never ${what}: ${why}\n${this.lines.slice(-20).join('\n')}`);
      }
      await sleep(20);
    }
  }

  /** Stops it and all that it started: first asks, then kills. */
  public async stop(graceMs = GRACE_MS): Promise<void> {
    this.signal('SIGTERM');
    if ((await this.exit(graceMs)) === undefined) {
      this.signal('SIGKILL');
      await this.exit(GRACE_MS);
    }
    this.signal('SIGKILL'); // what it left behind
  }

  /** Sends a signal to it and to all that it started. */
  public signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.child.pid!, signal);
    } catch {
      // It is gone, or never came to be.
    }
  }
}

/** Programs that are stopped together, and a folder that goes with them. */
export class Processes {
  private static readonly all = new Set<Processes>();
  private static watching = false;

  /** The last one first: its folder may lie in that of another one. */
  private static killAll(): void {
    [...Processes.all].reverse().forEach((one) => one.kill());
  }

  private readonly running: Running[] = [];
  private readonly afterwards: (() => void)[] = [];
  private place: string | undefined;

  public constructor() {
    Processes.all.add(this);
    if (!Processes.watching) {
      Processes.watching = true;
      process.once('exit', () => Processes.killAll());
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.once(signal, () => {
          Processes.killAll();
          process.kill(process.pid, signal);
        });
      }
    }
  }

  /** A temporary folder that is removed when all is stopped. */
  public get folder(): string {
    return (this.place ??= mkdtempSync(join(tmpdir(), 'cdk8s-dapr-real-')));
  }

  /** Starts a program in a process group of its own. */
  public start(command: string, args: readonly string[], options: StartOptions = {}): Running {
    const { name = basename(command), cwd, env, input = false, handles = [] } = options;
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      detached: true,
      stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe', ...handles],
    });
    const running = new Running(name, child);
    this.running.push(running);
    enter(name, child.pid);
    return running;
  }

  /** Work for when all are killed, in whichever way that comes about: it must not wait for anything that this process does. */
  public afterwardsDo(work: () => void): void {
    this.afterwards.push(work);
  }

  /** Stops all, the last one first, and removes the folder. */
  public async stop(): Promise<void> {
    for (const one of this.running.splice(0).reverse()) {
      await one.stop();
    }
    this.kill();
    Processes.all.delete(this);
  }

  private kill(): void {
    this.running.forEach((one) => one.signal('SIGKILL'));
    this.afterwards.splice(0).forEach((work) => work());
    if (this.place !== undefined) {
      // What was killed may take a moment to end.
      rmSync(this.place, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
      this.place = undefined;
    }
  }
}
