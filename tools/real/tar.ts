/** Writes tar archives that depend on nothing but what is put in: no owner, no time. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** A member of an archive: a folder where it has no content, a link where it leads somewhere. */
export interface TarMember {
  readonly path: string;
  readonly mode: number;
  /** A text, or the file that it is read from. */
  readonly content?: Buffer | { readonly file: string };
  readonly linkTo?: string;
}

const BLOCK = 512;
const CHUNK = 1 << 20;

/** The size of the archive, in bytes. */
export function tarSize(members: readonly TarMember[]): number {
  return members.reduce((size, member) => size + BLOCK + padded(contentSize(member)), 2 * BLOCK);
}

/** Gives the archive to a function, piece by piece. */
export function writeTar(members: readonly TarMember[], write: (piece: Buffer) => void): void {
  for (const member of members) {
    writeMember(member, contentSize(member), write, (sink) => writeContent(member, sink));
  }
  write(Buffer.alloc(2 * BLOCK));
}

/** Gives one member, whose content another function gives. */
export function writeMember(
  member: TarMember,
  size: number,
  write: (piece: Buffer) => void,
  content: (write: (piece: Buffer) => void) => void,
): void {
  write(header(member, size));
  content(write);
  write(Buffer.alloc(padded(size) - size));
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

function contentSize({ content }: TarMember): number {
  return content === undefined ? 0 : Buffer.isBuffer(content) ? content.length : statSync(content.file).size;
}

function writeContent({ content }: TarMember, write: (piece: Buffer) => void): void {
  if (content === undefined) {
    return;
  }
  if (Buffer.isBuffer(content)) {
    write(content);
    return;
  }
  const file = openSync(content.file, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(CHUNK);
      const length = readSync(file, piece);
      if (length === 0) {
        return;
      }
      write(piece.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

function header({ path, mode, content, linkTo }: TarMember, size: number): Buffer {
  const type = linkTo !== undefined ? '2' : content === undefined ? '5' : '0';
  const [prefix, name] = split(path);
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, length: number): string => `${value.toString(8).padStart(length - 1, '0')}\0`;
  const fields: [at: number, text: string][] = [
    [0, name],
    [100, octal(mode, 8)],
    [108, octal(0, 8)],
    [116, octal(0, 8)],
    [124, octal(size, 12)],
    [136, octal(0, 12)],
    [148, ' '.repeat(8)],
    [156, type],
    [157, linkTo ?? ''],
    [257, 'ustar\u000000'],
    [345, prefix],
  ];
  fields.forEach(([at, text]) => block.write(text, at));
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** A path has room for 100 bytes, and 155 more before one of its slashes. */
function split(path: string): [prefix: string, name: string] {
  if (Buffer.byteLength(path) <= 100) {
    return ['', path];
  }
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100 && name !== '') {
      return [prefix, name];
    }
  }
  throw new Error(`'${path}' is too long for a tar archive: at most 100 bytes, and 155 more before a slash`);
}
