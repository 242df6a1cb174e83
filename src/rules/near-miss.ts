/**
 * Names that are here, to tell a typo from the name of something elsewhere: `order-service` may well stand beside `other-service`, so only
 * one wrong letter counts, or another case or separator, and never a digit.
 */
export class NearMisses {
  private byKey: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly names: Iterable<string>) {}

  /** The name that a word most likely means; nothing where the word is a name itself, or none is near. */
  public find(word: string): string | undefined {
    const index = (this.byKey ??= indexOf(this.names));
    const candidates = [...keysOf(word)].flatMap((key) => index.get(key) ?? []);
    if (candidates.includes(word)) {
      return undefined;
    }
    return candidates.find((name) => plain(name) === plain(word)) ?? candidates.find((name) => isOneEdit(word, name));
  }
}

/** Made when the first word is asked for: mostly none is, and it is large. */
function indexOf(names: Iterable<string>): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  for (const name of new Set(names)) {
    for (const key of keysOf(name)) {
      const group = byKey.get(key);
      if (group === undefined) {
        byKey.set(key, [name]);
      } else if (group.length < MOST) {
        group.push(name);
      }
    }
  }
  return byKey;
}

/** A group only grows where many names differ in one letter: then none of them is a typo. */
const MOST = 20;

/** Short names differ in one letter without being typos of each other. */
const SHORTEST = 5;

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_.]/g, '');
}

/** Two words that are one edit apart share one of these: the word, and the word without one of its letters. */
function keysOf(word: string): Set<string> {
  const lower = plain(word);
  const keys = new Set([lower]);
  if (lower.length >= SHORTEST && lower.length <= 100) {
    for (let i = 0; i < lower.length; i++) {
      keys.add(lower.slice(0, i) + lower.slice(i + 1));
    }
  }
  return keys;
}

function isOneEdit(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)].sort((one, other) => one.length - other.length);
  if (y.length < SHORTEST || y.length - x.length > 1 || digits(x) !== digits(y)) {
    return false;
  }
  let start = 0;
  while (start < x.length && x[start] === y[start]) {
    start++;
  }
  if (x.length < y.length) {
    return x.slice(start) === y.slice(start + 1);
  }
  return (
    x.slice(start + 1) === y.slice(start + 1) ||
    (x[start] === y[start + 1] && x[start + 1] === y[start] && x.slice(start + 2) === y.slice(start + 2))
  );
}

function digits(word: string): string {
  return word.replace(/\D/g, '');
}
