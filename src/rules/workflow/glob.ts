/** Why Go's path.Match refuses a pattern, or nothing. */
export function brokenGlob(pattern: string): string | undefined {
  const letters = [...pattern];
  let i = 0;
  while (i < letters.length) {
    const letter = letters[i++];
    if (letter === '\\') {
      if (i++ === letters.length) {
        return `there is nothing behind the last '\\'`;
      }
    } else if (letter === '[') {
      const end = endOfClass(letters, i);
      if (typeof end === 'string') {
        return end;
      }
      i = end;
    }
  }
  return undefined;
}

/** The place behind the `]` of a class of letters, or what is wrong with it. */
function endOfClass(letters: readonly string[], start: number): number | string {
  let i = letters[start] === '^' ? start + 1 : start;
  for (let ranges = 0; ; ranges++) {
    if (letters[i] === ']' && ranges > 0) {
      return i + 1;
    }
    for (let ends = 0; ends < 2; ends++) {
      if (letters[i] === undefined) {
        return `a ']' is missing`;
      }
      if (letters[i] === '-' || letters[i] === ']') {
        return `there is a '${letters[i]}' where a letter should be`;
      }
      i += letters[i] === '\\' ? 2 : 1;
      if (ends === 1 || letters[i] !== '-') {
        break;
      }
      i++;
    }
  }
}
