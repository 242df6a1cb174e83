import { isUtf8 } from 'node:buffer';
import { notText } from '../../rules/input';
import type { InputFailure } from '../../validate/input';

/** The text of a file, as YAML's readers find it out: by its mark, else UTF-8. */
export function decode(bytes: Buffer): string | InputFailure {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    return problemAt(bytes, zero, 'it holds a zero byte, so it is no text');
  }
  if (!isUtf8(bytes)) {
    return problemAt(bytes, firstInvalid(bytes), 'it holds bytes that are no UTF-8');
  }
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (validUpTo(bytes, middle + 1)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  // Back to the byte that began what is no character.
  while (low > 0 && !isUtf8(bytes.subarray(0, low))) {
    low--;
  }
  return low;
}

/** A character that is cut off by the end is none that is wrong. */
function validUpTo(bytes: Buffer, end: number): boolean {
  return [0, 1, 2, 3].some((cut) => cut <= end && isUtf8(bytes.subarray(0, end - cut)) && couldGoOn(bytes.subarray(end - cut, end)));
}

function couldGoOn([first, ...rest]: Buffer): boolean {
  const length = first === undefined ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  return first === undefined || (rest.length + 1 < length && rest.every((byte) => (byte & 0xc0) === 0x80));
}

function problemAt(bytes: Buffer, offset: number, message: string): InputFailure {
  const before = bytes.subarray(0, offset);
  let line = 1;
  for (let at = before.indexOf(10); at >= 0; at = before.indexOf(10, at + 1)) {
    line++;
  }
  return { rule: notText, message, line, column: offset - before.lastIndexOf(10) };
}
