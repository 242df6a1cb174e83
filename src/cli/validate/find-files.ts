import { Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import { patchesOf } from '../../validate/kustomization';
import { globToRegExp, isGlob, rootOf } from '../../validate/glob';
import type { Role } from '../../validate/input';
import { reason, UsageError } from '../errors';
import { isFolder } from '../init/write-new';

/** A file to validate. */
export interface FoundFile {
  readonly path: string;
  /** As it is shown: as the user would write it, with `/`. */
  readonly name: string;
  readonly role?: Role;
  /** Why it cannot be read, where that is known already. */
  readonly problem?: string;
}

const MANIFEST = /\.(ya?ml|json)$/i;
const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The files that operands name: files, folders and patterns, each file once. Nothing at all is a mistake, as a check of nothing finds nothing. */
export function findFiles(operands: readonly string[]): FoundFile[] {
  const found = new Map<string, FoundFile>();
  for (const operand of operands) {
    const files = filesOf(operand.replaceAll('\\', '/'));
    files.forEach(({ key, ...file }) => found.set(key, found.get(key) ?? file));
  }
  return withRoles([...found.values()]);
}

interface Walked extends FoundFile {
  /** The same for one file, however it was reached. */
  readonly key: string;
}

function filesOf(operand: string): Walked[] {
  const stats = statOf(operand);
  if (stats instanceof Error) {
    return [problem(operand, operand, `it cannot be read: ${reason(stats)}`)];
  }
  if (stats === undefined && isGlob(operand)) {
    return filesMatching(operand);
  }
  if (stats === undefined) {
    throw new UsageError(`there is no file or folder '${operand}'`);
  }
  if (!stats.isDirectory()) {
    return [{ path: operand, name: shown(operand), key: realpathSync(operand) }];
  }
  const files = walk(operand, isSkipped).filter(({ name, problem }) => problem !== undefined || MANIFEST.test(name));
  if (files.length === 0) {
    throw new UsageError(`there is no .yaml, .yml or .json file in '${operand}'`);
  }
  return files.map((file) => (/\.json$/i.test(file.name) ? { ...file, role: 'found json' } : file));
}

/** Nothing where there is nothing; what is there and cannot be reached gives why. */
function statOf(path: string): { isDirectory(): boolean } | Error | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return ['ENOTDIR', 'ENAMETOOLONG', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '') ? undefined : (error as Error);
  }
}

function filesMatching(glob: string): Walked[] {
  const pattern = globToRegExp(normalize(glob).replaceAll('\\', '/'));
  const hidden = /(^|\/)\.[^./]/.test(glob);
  const root = rootOf(glob);
  const files = isFolder(root) ? walk(root, (name) => (hidden ? name === '.git' : isSkipped(name))) : [];
  const matching = files.filter(({ name, problem }) => pattern.test(name) || problem !== undefined);
  if (!matching.some(({ problem }) => problem === undefined)) {
    throw new UsageError(`no file matches '${glob}'`);
  }
  return matching;
}

/** Hidden folders hold what tools keep for themselves; `.dapr` holds what a self-hosted sidecar reads. */
function isSkipped(folder: string): boolean {
  return folder === 'node_modules' || (folder.startsWith('.') && folder !== '.dapr');
}

function walk(root: string, skip: (folder: string) => boolean): Walked[] {
  const found: Walked[] = [];
  const visit = (folder: string, real: string, above: ReadonlySet<string>): void => {
    if (above.has(real)) {
      found.push(problem(folder, real, 'links lead in a circle here, back to a folder that this one is in'));
      return;
    }
    let entries: Dirent[];
    try {
      entries = readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      found.push(problem(folder, real, `this folder cannot be read: ${reason(error)}`));
      return;
    }
    const within = new Set(above).add(real);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      try {
        const linked = entry.isSymbolicLink();
        const key = linked ? realpathSync(path) : join(real, entry.name);
        const stats = linked ? statSync(path) : entry;
        if (stats.isDirectory() && !skip(entry.name)) {
          visit(path, key, within);
        } else if (stats.isFile()) {
          found.push({ path, name: shown(path), key });
        }
      } catch (error) {
        if (MANIFEST.test(entry.name) || (error as NodeJS.ErrnoException).code === 'ELOOP') {
          found.push(problem(path, path, `it cannot be read: ${reason(error)}`));
        }
      }
    }
  };
  visit(root, realpathSync(root), new Set());
  return found;
}

function problem(path: string, key: string, message: string): Walked {
  return { path, name: shown(path), key: `${key}\0`, problem: message };
}

function shown(path: string): string {
  return normalize(path).replaceAll('\\', '/');
}

/** What files are by where they stand: patches of a kustomization, and templates of a chart, are no manifests yet. */
function withRoles(files: readonly FoundFile[]): FoundFile[] {
  const patches = new Set<string>();
  const folders = new Set(files.map(({ path }) => dirname(resolve(path))).flatMap((folder) => [folder, dirname(folder)]));
  for (const folder of folders) {
    KUSTOMIZATIONS.map((name) => join(folder, name))
      .filter((path) => existsSync(path))
      .forEach((path) => patchesIn(path).forEach((patch) => patches.add(resolve(folder, patch))));
  }
  const charts = new Map<string, boolean>();
  const isChart = (folder: string): boolean => {
    const known = charts.get(folder) ?? existsSync(join(folder, 'Chart.yaml'));
    charts.set(folder, known);
    return known;
  };
  return files.map((file): FoundFile => {
    const path = resolve(file.path);
    if (patches.has(path)) {
      return { ...file, role: 'patch' };
    }
    return isInTemplates(path, isChart) ? { ...file, role: 'chart template' } : file;
  });
}

/** What cannot be read here is told where the file itself is read. */
function patchesIn(kustomization: string): string[] {
  try {
    return patchesOf(readFileSync(kustomization, 'utf8'));
  } catch {
    return [];
  }
}

function isInTemplates(path: string, isChart: (folder: string) => boolean): boolean {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    if (basename(folder) === 'templates' && isChart(dirname(folder))) {
      return true;
    }
  }
  return false;
}
