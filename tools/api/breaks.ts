/** A change that breaks programs, as jsii-diff tells it. */
export interface Break {
  /** Names the change, the same in every run. */
  readonly key: string;
  readonly text: string;
}

/** Reads what jsii-diff prints with `--keys`. */
export function parseBreaks(output: string): Break[] {
  return output.split('\n').flatMap((line) => {
    const match = /^(?:err|warn)\s+- (.*) \[([^\]]+)\]$/.exec(line);
    return match === null ? [] : [{ text: match[1], key: match[2] }];
  });
}

/** The accepted breaks, and what is wrong with the list of them: a key a line, and after `#` why it is accepted. */
export function parseAccepted(list: string, path: string): { keys: string[]; problems: string[] } {
  const lines = list
    .split('\n')
    .map((line, i) => ({ line: line.trim(), at: `${path}:${i + 1}` }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, at }) => ({ at, key: line.split(/\s/)[0], reason: /\s#\s*(.*)$/.exec(line)?.[1] ?? '' }));
  return {
    keys: lines.map(({ key }) => key),
    problems: lines
      .filter(({ reason }) => reason === '')
      .map(({ at, key }) => `${at}: '${key}' has no reason: expected '${key}  # why it is accepted'`),
  };
}

/** What is wrong: breaks that nobody accepted, and accepted ones that are none. */
export function problemsOf(breaks: readonly Break[], accepted: readonly string[], path: string): string[] {
  const keys = breaks.map(({ key }) => key);
  return [
    ...breaks.filter(({ key }) => !accepted.includes(key)).map(({ key, text }) => `${text} [${key}]`),
    ...accepted.filter((key) => !keys.includes(key)).map((key) => `${path}: '${key}' breaks nothing: take it out`),
  ];
}
