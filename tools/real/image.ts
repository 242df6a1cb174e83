/** Makes container images of files, without Docker and without a registry. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { run } from '../process';
import { TarMember, tarSize, writeMember, writeTar } from './tar';

/** A file of an image: of a file, or of a text. */
export interface ImageFile {
  /** Where it stands in the image. */
  readonly path: string;
  /** The file that it is a copy of. */
  readonly from?: string;
  readonly text?: string;
  /** Everybody may run a copy and read a text, unless given. */
  readonly mode?: number;
}

export interface Image {
  /** As a Pod names it: `ghcr.io/dapr/daprd:1.18.3`. */
  readonly reference: string;
  /** What it holds, from the bottom: what several images share stands once in an archive, and once in a cluster. */
  readonly layers: readonly (readonly ImageFile[])[];
  readonly entrypoint: readonly string[];
  readonly env?: { readonly [name: string]: string };
  /** The user, by number so that Kubernetes can tell that it is not root; 65532 unless given. */
  readonly user?: string;
  /** `/` unless given. */
  readonly workingDir?: string;
}

/**
 * Writes an archive that `ctr images import`, `docker load` and `kind load image-archive` take. The same files give the same bytes.
 *
 * @param path the archive
 * @param images at least one
 */
export function writeImages(path: string, images: readonly Image[]): void {
  const archive = openSync(path, 'w');
  try {
    const write = (piece: Buffer): void => writeFileSync(archive, piece);
    const layers = new Map<string, Layer>();
    for (const files of [FOUNDATION, ...images.flatMap(({ layers: all }) => all)]) {
      const key = JSON.stringify(files);
      layers.set(key, layers.get(key) ?? writeLayer(files, `layer-${layers.size}.tar`, write));
    }
    const manifest = images.map((image, i) => {
      const own = [FOUNDATION, ...image.layers].map((files) => layers.get(JSON.stringify(files))!);
      writeJson(`config-${i}.json`, configOf(image, own), write);
      return { Config: `config-${i}.json`, RepoTags: [image.reference], Layers: own.map(({ file }) => file) };
    });
    writeJson('manifest.json', manifest, write);
    write(Buffer.alloc(1024));
  } finally {
    closeSync(archive);
  }
}

interface Layer {
  readonly file: string;
  readonly digest: string;
}

/** What programs look for wherever they run. */
const FOUNDATION: readonly ImageFile[] = [
  { path: '/etc/passwd', text: 'root:x:0:0::/:/sbin/nologin\nnonroot:x:65532:65532::/home/nonroot:/sbin/nologin\n' },
  { path: '/etc/group', text: 'root:x:0:\nnonroot:x:65532:\n' },
  { path: '/etc/nsswitch.conf', text: 'hosts: files dns\n' },
];

function writeLayer(files: readonly ImageFile[], file: string, write: (piece: Buffer) => void): Layer {
  const members = membersOf(files);
  const hash = createHash('sha256');
  writeMember({ path: file, mode: 0o644, content: Buffer.alloc(0) }, tarSize(members), write, (sink) =>
    writeTar(members, (piece) => {
      hash.update(piece);
      sink(piece);
    }),
  );
  return { file, digest: `sha256:${hash.digest('hex')}` };
}

/** The files, each after the folders that it stands in. */
function membersOf(files: readonly ImageFile[]): TarMember[] {
  const folders = new Set(['tmp', 'home/nonroot', ...files.map(({ path }) => posix.dirname(inside(path)))].flatMap(withParents));
  return [
    ...[...folders].sort().map((path) => ({ path: `${path}/`, mode: path === 'tmp' ? 0o1777 : 0o755 })),
    ...distinct(files)
      .map(({ path, from, text, mode }): TarMember => ({
        path: inside(path),
        mode: mode ?? (from === undefined ? 0o644 : 0o755),
        content: from === undefined ? Buffer.from(text ?? '') : { file: from },
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  ];
}

/** Programs may share libraries; two different files cannot share a place. */
function distinct(files: readonly ImageFile[]): ImageFile[] {
  const found = new Map<string, ImageFile>();
  for (const file of files) {
    const other = found.get(inside(file.path));
    if (other !== undefined && (other.from !== file.from || other.text !== file.text)) {
      throw new Error(`two files of an image stand at ${file.path}: ${other.from ?? 'a text'} and ${file.from ?? 'a text'}`);
    }
    found.set(inside(file.path), file);
  }
  return [...found.values()];
}

function inside(path: string): string {
  return posix.normalize(path).replace(/^\/+/, '');
}

function withParents(folder: string): string[] {
  return folder === '.' || folder === '' ? [] : [...withParents(posix.dirname(folder)), folder];
}

function configOf({ entrypoint, env = {}, user = '65532', workingDir = '/' }: Image, layers: readonly Layer[]): object {
  return {
    architecture: { x64: 'amd64' }[process.arch as string] ?? process.arch,
    os: 'linux',
    config: {
      Entrypoint: entrypoint,
      Env: Object.entries({ PATH: '/usr/local/bin:/usr/bin:/bin', ...env }).map(([name, value]) => `${name}=${value}`),
      User: user,
      WorkingDir: workingDir,
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ digest }) => digest) },
  };
}

function writeJson(path: string, value: object, write: (piece: Buffer) => void): void {
  const content = Buffer.from(JSON.stringify(value));
  writeMember({ path, mode: 0o644, content }, content.length, write, (sink) => sink(content));
}

/**
 * A program of this machine with the libraries that it loads, at the paths where it looks for them.
 *
 * @param program its path, or its name on the PATH
 * @param path where it stands in the image; where it stands here unless given
 */
export function withLibraries(program: string, path?: string): ImageFile[] {
  const from = realpathSync(program.includes('/') ? program : run('sh', ['-c', 'command -v "$0"', program]).trim());
  const libraries = librariesOf(run('ldd', [from])).map((library) => ({ path: library, from: realpathSync(library) }));
  return [{ path: path ?? from, from }, ...libraries];
}

/** The files that ldd found, of what it printed. */
export function librariesOf(printed: string): string[] {
  const missing = /^\s*(\S+) => not found/m.exec(printed)?.[1];
  if (missing !== undefined) {
    throw new Error(`a library is not there: ${missing}`);
  }
  return [...printed.matchAll(/^\s*(?:\S+ => )?(\/\S+) \(0x/gm)].map(([, path]) => path);
}

/** All files below a folder, for everybody to read, and to run what its owner may run. */
export function filesBelow(folder: string, path: string): ImageFile[] {
  if (!existsSync(folder)) {
    throw new Error(`there is no ${folder}`);
  }
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [from, to] = [join(folder, entry.name), posix.join(path, entry.name)];
    return statSync(from).isDirectory() ? filesBelow(from, to) : [{ path: to, from, mode: statSync(from).mode & 0o100 ? 0o755 : 0o644 }];
  });
}
