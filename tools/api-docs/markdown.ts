/** Blocks with an empty line between them; empty ones fall out. */
export function paragraphs(...blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/**
 * An item of a list. One paragraph goes on in the item's own line, further ones stand below it.
 *
 * @param nested items of a list below the item
 */
export function item(head: string, body: readonly string[], nested: readonly string[] = []): string {
  const [first, ...rest] = body;
  const together = body.length > 0 && !/```|\n\n/.test(body.join('\n'));
  const text = together
    ? [head, [first, ...rest].join(' ')].join(' — ')
    : paragraphs(first === undefined ? head : `${head} — ${first}`, ...rest);
  return `- ${indented([text, ...nested].join('\n'))}`;
}

/** Text of a doc comment: what looks like HTML is shown, outside of code. */
export function escaped(text: string): string {
  return text
    .split(/(```[\s\S]*?```|`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/<(?=[a-z/!])/gi, '&lt;')))
    .join('');
}

function indented(text: string): string {
  return text.replace(/\n(?=[^\n])/g, '\n  ');
}
