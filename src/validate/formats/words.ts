import type { LocatedFinding, Result } from '../result';

/** `Component statestore (namespace shop)`; empty for what is said of a file. */
export function objectOf({ kind, name, namespace }: Pick<LocatedFinding, 'kind' | 'name' | 'namespace'>): string {
  const object = [kind, name].filter((part) => part !== '').join(' ');
  return namespace === '' ? object : `${object} (namespace ${namespace})`;
}

/** What came out, in a line. */
export function summaryLine(result: Result): string {
  const { findings, summary } = result;
  const { files, checked, errors, warnings, infos, acknowledged, known } = summary;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(infos > 0 ? [counted(infos, 'hint')] : []),
  ].join(', ');
  const hit = new Set(findings.map(({ file }) => file)).size;
  const what =
    found !== ''
      ? `${found} in ${hit === files ? counted(files, 'file') : `${hit} of ${counted(files, 'file')}`}`
      : checked === 0
        ? `nothing to check in ${counted(files, 'file')}`
        : `no findings: ${counted(checked, 'object')} in ${counted(files, 'file')} checked`;
  return [
    what,
    ...(acknowledged > 0 ? [`${acknowledged} acknowledged`] : []),
    ...(known > 0 ? [`${known} known from the baseline`] : []),
    ...skippedWords(result),
  ].join('; ');
}

/** The kinds that were skipped most; the rest is a number. */
function skippedWords({ skipped, summary }: Result): string[] {
  const objects = skipped.reduce((sum, { count }) => sum + count, 0);
  const others = summary.skipped - objects;
  const named = skipped.slice(0, 3).map(({ what, count }) => `${count} ${what}`);
  const kinds = `${named.join(', ')}${skipped.length > 3 ? ', …' : ''}`;
  return [
    ...(objects > 0 ? [`${counted(objects, 'object')} of other kinds skipped (${kinds})`] : []),
    ...(others > 0 ? [`${counted(others, 'document')} without objects skipped`] : []),
  ];
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A text without what would move the cursor, change colours or turn the direction of writing; it stays in its line. */
export function printable(text: string): string {
  return text
    .replace(/[\t\r\n]/g, ' ')

    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '�');
}
