import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { tooMuch, unreadable } from '../../rules/input';
import type { Input, InputFailure, Role } from '../../validate/input';
import { reason } from '../errors';
import { decode } from './decode';
import type { FoundFile } from './find-files';

/** Far more than a cluster's manifests have. */
const MOST_BYTES = 32 * 1024 * 1024;

const TOO_LARGE: InputFailure = { rule: tooMuch, message: `it is larger than ${MOST_BYTES / 1024 / 1024} MB, so it was not checked` };

/** Reads a file; what cannot be read is said in its place. */
export function readInput(file: FoundFile): Input {
  const { path, name } = file;
  if (file.problem !== undefined) {
    return { name, problem: { rule: unreadable, message: file.problem } };
  }
  try {
    const bytes = readBytes(path);
    return Buffer.isBuffer(bytes) ? inputOf(name, bytes, file.role) : { name, problem: bytes };
  } catch (error) {
    return { name, problem: { rule: unreadable, message: `it cannot be read: ${reason(error)}` } };
  }
}

/** What is given on stdin. */
export async function readStdin(stdin: AsyncIterable<Buffer | string>): Promise<Input> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    chunks.push(bytes);
    if (size > MOST_BYTES) {
      break;
    }
  }
  return inputOf('stdin', Buffer.concat(chunks), undefined);
}

/** A named pipe has no size, and a device no end: the one is read as far as it may be, the other not at all. */
function readBytes(path: string): Buffer | InputFailure {
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile()) {
      return stats.size > MOST_BYTES ? TOO_LARGE : readFileSync(descriptor);
    }
    if (!stats.isFIFO() && !stats.isSocket()) {
      return { rule: unreadable, message: 'it is neither a file nor a pipe' };
    }
    const chunks: Buffer[] = [];
    for (let size = 0; size <= MOST_BYTES;) {
      const chunk = Buffer.alloc(65_536);
      const read = readSync(descriptor, chunk);
      if (read === 0) {
        break;
      }
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

function inputOf(name: string, bytes: Buffer, role: Role | undefined): Input {
  if (bytes.length > MOST_BYTES) {
    return { name, problem: TOO_LARGE };
  }
  const decoded = decode(bytes);
  return typeof decoded === 'string' ? { name, text: decoded, role } : { name, problem: decoded };
}
