/**
 * The candidate that a name is surely a slip of: the same but for case and separators, or one letter off. Digits tell names of a
 * series apart (`app1`, `app2`), so a digit is never a slip.
 */
export function slipOf(name: string, candidates: Iterable<string>): string | undefined {
  const bare = bareOf(name);
  for (const candidate of candidates) {
    if (bareOf(candidate) === bare || (name.length >= 5 && isOneLetterOff(name, candidate))) {
      return candidate;
    }
  }
  return undefined;
}

function bareOf(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}

function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) {
    return false;
  }
  let start = 0;
  while (start < a.length && a[start] === b[start]) {
    start++;
  }
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = inA.length === 2 && inB === inA[1] + inA[0];
  return ((inA.length <= 1 && inB.length <= 1) || swapped) && !/\d/.test(inA + inB);
}
