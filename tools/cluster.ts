/**
 * A real cluster with real Dapr to work with, on this machine: `up` leaves it running until `down`.
 *
 *     npm run cluster -- up [NAME]       prints what KUBECONFIG must be
 *     npm run cluster -- load NAME ARCHIVE…   gives it images of archives
 *     npm run cluster -- status [NAME]
 *     npm run cluster -- down [NAME]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE, alive } from './real/cache';
import { startCluster } from './real/cluster';
import { run } from './process';

interface Standing {
  /** The process that holds it. */
  readonly pid: number;
  readonly kubeconfig?: string;
  /** Loads an archive of images, with `{}` for its path. */
  readonly load?: readonly string[];
}

const PATIENCE_MS = 15 * 60_000;

const place = (name: string): string => join(CACHE, 'clusters', name);

function standing(name: string): Standing | undefined {
  const file = join(place(name), 'standing.json');
  const found = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Standing) : undefined;
  return found !== undefined && alive(found.pid) ? found : undefined;
}

function note(name: string, value: Standing): void {
  const file = join(place(name), 'standing.json');
  writeFileSync(`${file}.draft`, JSON.stringify(value));
  renameSync(`${file}.draft`, file);
}

async function up(name: string): Promise<number> {
  if (standing(name) !== undefined) {
    console.error(`the cluster ${name} is up already`);
    return status(name);
  }
  mkdirSync(place(name), { recursive: true });
  const log = join(place(name), 'log');
  const output = openSync(log, 'w');
  const holder = spawn(process.execPath, [...process.execArgv, __filename, 'hold', name], {
    detached: true,
    stdio: ['ignore', output, output],
  });
  holder.unref();
  note(name, { pid: holder.pid! });
  for (const end = Date.now() + PATIENCE_MS; alive(holder.pid!) && holder.exitCode === null && Date.now() < end; await sleep(200)) {
    if (standing(name)?.kubeconfig !== undefined) {
      return status(name);
    }
  }
  console.error(`the cluster ${name} did not come up:\n${readFileSync(log, 'utf8')}`);
  return down(name).then(() => 1);
}

/** Brings it up, and keeps it until a signal comes. */
async function hold(name: string): Promise<number> {
  const cluster = await startCluster();
  try {
    await cluster.installDapr({ props: { scheduler: { inMemoryStorage: true } } });
    note(name, { pid: process.pid, kubeconfig: cluster.kubeconfig, load: cluster.loadCommand });
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  await new Promise(() => setInterval(() => undefined, PATIENCE_MS));
  return 0;
}

function status(name: string): number {
  const found = standing(name);
  if (found?.kubeconfig === undefined) {
    console.log(found === undefined ? `the cluster ${name} is down` : `the cluster ${name} is coming up`);
    return 1;
  }
  console.log(`export KUBECONFIG=${found.kubeconfig}`);
  return 0;
}

function load(name: string, archives: readonly string[]): number {
  const command = standing(name)?.load;
  if (command === undefined) {
    throw new Error(`the cluster ${name} is not up`);
  }
  for (const archive of archives) {
    const [program, ...args] = command.map((word) => (word === '{}' ? resolve(archive) : word));
    console.log(run(program, args).trimEnd());
  }
  return 0;
}

async function down(name: string): Promise<number> {
  const found = standing(name);
  if (found !== undefined) {
    process.kill(found.pid, 'SIGTERM');
    for (const end = Date.now() + 60_000; alive(found.pid) && Date.now() < end; await sleep(100)) {
      // It takes all down that it holds.
    }
  }
  rmSync(place(name), { recursive: true, force: true });
  console.log(`the cluster ${name} is down`);
  return 0;
}

async function main([command, name = 'default', ...more]: string[]): Promise<number> {
  switch (command) {
    case 'up':
      return up(name);
    case 'hold':
      return hold(name);
    case 'status':
      return status(name);
    case 'load':
      return load(name, more);
    case 'down':
      return down(name);
    default:
      console.error('usage: npm run cluster -- up|status|down [NAME], or load NAME ARCHIVE…');
      return 2;
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
