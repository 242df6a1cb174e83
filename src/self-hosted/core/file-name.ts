import { createHash } from 'node:crypto';

/** Longer names are more than a file system takes, with what stands around them. */
const LONGEST = 150;

/**
 * A name as a part of a path: two names never give one file, not even where upper and lower case are the same, and no name leads elsewhere.
 * What Kubernetes takes for a name stays as it is.
 */
export function fileName(name: string): string {
  const safe = name.replace(/[^a-z0-9.-]/gu, (letter) => `_${letter.codePointAt(0)!.toString(16)}_`).replace(/^\.|\.$/g, '_2e_');
  return safe.length <= LONGEST ? safe : `${safe.slice(0, LONGEST - 17)}_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}
