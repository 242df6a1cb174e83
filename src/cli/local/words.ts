import { UsageError } from '../errors';

/** The words of a command, as a shell parts them: quotes and backslashes count, and nothing else does. */
export function wordsOf(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let i = 0; i < command.length; i++) {
    const letter = command[i];
    if (letter === "'" || letter === '"') {
      const end = closing(command, i);
      const inner = command.slice(i + 1, end);
      word = (word ?? '') + (letter === '"' ? inner.replace(/\\(["\\$`])/g, '$1') : inner);
      i = end;
    } else if (letter === '\\' && i + 1 < command.length) {
      word = (word ?? '') + command[++i];
    } else if (/\s/.test(letter)) {
      words.push(...(word === undefined ? [] : [word]));
      word = undefined;
    } else {
      word = (word ?? '') + letter;
    }
  }
  return word === undefined ? words : [...words, word];
}

function closing(command: string, start: number): number {
  for (let i = start + 1; i < command.length; i++) {
    if (command[start] === '"' && command[i] === '\\') {
      i++;
    } else if (command[i] === command[start]) {
      return i;
    }
  }
  throw new UsageError(`a quote is not closed in: ${command}`);
}
