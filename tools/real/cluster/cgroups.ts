/** A control group of a cluster's own in each hierarchy, below which all of its containers stand. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alive } from '../cache';

const PREFIX = 'cdk8s-dapr-';

const NEEDED = ['cpu', 'cpuset', 'memory', 'pids', 'hugetlb', 'io'];

const PATIENCE_MS = 5_000;

export class ControlGroup {
  public readonly name = `${PREFIX}${process.pid}-${process.hrtime.bigint()}`;

  public constructor() {
    const { name } = this;
    for (const root of roots()) {
      removeAbandoned(root);
      mkdirSync(join(root, name), { recursive: true });
      // What a group does not get from the one above it, its processes cannot have.
      ['cpuset.cpus', 'cpuset.mems'].filter((file) => existsSync(join(root, file))).forEach((file) => copy(root, name, file));
      passOn(root);
      passOn(join(root, name));
    }
  }

  /** Those that are still there. */
  public get left(): string[] {
    return roots()
      .map((root) => join(root, this.name))
      .filter((folder) => existsSync(folder));
  }

  /** Removes it; the kernel lets go of a group a moment after its last process. */
  public remove(): void {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      this.left.forEach(removeEmpty);
      if (this.left.length === 0 || Date.now() > end) {
        return;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

/** Where hierarchies are mounted: one each for every controller in version 1, one for all in version 2. */
function roots(): string[] {
  return readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, path, type]) => (type === 'cgroup' || type === 'cgroup2') && path.startsWith('/sys/fs/cgroup'))
    .map(([, path]) => path);
}

function copy(root: string, name: string, file: string): void {
  try {
    writeFileSync(join(root, name, file), readFileSync(join(root, file)));
  } catch {
    // Version 2 knows the file at its root too, but needs no copy.
  }
}

/** In version 2, a group says which controllers those below it have. */
function passOn(folder: string): void {
  const available = join(folder, 'cgroup.controllers');
  if (existsSync(available)) {
    const controllers = readFileSync(available, 'utf8').split(/\s+/);
    for (const controller of NEEDED.filter((one) => controllers.includes(one))) {
      try {
        writeFileSync(join(folder, 'cgroup.subtree_control'), `+${controller}`);
      } catch {
        // The kubelet names those that it lacks.
      }
    }
  }
}

/** Whoever is killed outright cannot remove its groups, of which the processes are gone. */
function removeAbandoned(root: string): void {
  readdirSync(root)
    .filter((name) => name.startsWith(PREFIX) && !alive(parseInt(name.slice(PREFIX.length), 10)))
    .forEach((name) => removeEmpty(join(root, name)));
}

function removeEmpty(folder: string): void {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    below.forEach((entry) => removeEmpty(join(folder, entry.name)));
    rmdirSync(folder);
  } catch {
    // It is gone already, or a process is still leaving it.
  }
}
